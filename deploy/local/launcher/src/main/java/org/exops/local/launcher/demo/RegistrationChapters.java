package org.exops.local.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The experiment is described, locked and admitted to its surface. */
final class RegistrationChapters {
    private final Api api;
    private final Narrator narrator;
    private final Patience patience;

    RegistrationChapters(Api api, Narrator narrator, Patience patience) {
        this.api = api;
        this.narrator = narrator;
        this.patience = patience;
    }

    /** The key of the experiment, registered and admitted (or in the queue). */
    String register(Path document) throws InterruptedException {
        JsonObject experiment = read(document);
        Answer draft = create(experiment);
        lock(draft, experiment);
        String key = experiment.getString("key");
        admit(key);
        return key;
    }

    private Answer create(JsonObject experiment) throws InterruptedException {
        narrator.chapter(
                "Describe the experiment",
                "Alice of team support writes down the hypothesis, what success is worth, the plan and both variants.");
        String wanted = experiment.getString("key");
        Answer answer = create(experiment, wanted);
        for (int run = 2; answer.isProblem("key-taken"); run++) {
            narrator.note("key-taken: an earlier run has that key");
            answer = create(experiment, wanted + "-" + run);
        }
        JsonObject draft = answer.require(201).json();
        JsonObject risk = draft.getJsonObject("risk");
        narrator.note("%s is %s, risk tier %s"
                .formatted(experiment.getString("key"), draft.getString("status"), risk.getString("tier")));
        risk.getJsonArray("reasons", new JsonArray()).forEach(reason -> narrator.note("because: " + text(reason)));
        return answer;
    }

    private Answer create(JsonObject experiment, String key) throws InterruptedException {
        experiment.put("key", key);
        return api.post("/api/v1/experiments", BodyPublishers.ofString(experiment.encode()), Map.of());
    }

    private void lock(Answer draft, JsonObject experiment) throws InterruptedException {
        narrator.chapter(
                "Register it", "From here on the plan is locked: nobody moves the goalposts once evidence is in.");
        String path = "/api/v1/experiments/" + experiment.getString("key");
        Answer answer = registration(path, draft);
        if (answer.isProblem("prior-attempt")) {
            answer = registration(path, acknowledge(path, draft, experiment, answer.json()));
        }
        JsonObject registered = answer.require(200).json();
        narrator.note(registered.getString("status"));
        registered
                .getJsonArray("variants")
                .forEach(variant -> narrator.note("variant %s is %s"
                        .formatted(
                                ((JsonObject) variant).getString("name"), ((JsonObject) variant).getString("digest"))));
    }

    private Answer registration(String path, Answer current) throws InterruptedException {
        return api.post(path + "/registration", BodyPublishers.noBody(), Map.of("If-Match", current.etag()));
    }

    private Answer acknowledge(String path, Answer draft, JsonObject experiment, JsonObject problem)
            throws InterruptedException {
        JsonArray keys = new JsonArray();
        problem.getJsonArray("priorAttempts").forEach(attempt -> {
            JsonObject prior = (JsonObject) attempt;
            keys.add(prior.getString("experiment"));
            narrator.note("prior-attempt: %s ended with %s"
                    .formatted(prior.getString("experiment"), prior.getString("decision")));
        });
        narrator.note("Alice acknowledges what was tried before");
        experiment.put("acknowledgedPriorAttempts", keys);
        return api.put(path, experiment.encode(), Map.of("If-Match", draft.etag()))
                .require(200);
    }

    private void admit(String key) throws InterruptedException {
        narrator.chapter(
                "Ask for admission",
                "One experiment at a time runs on support/refund-agent, so that results stay interpretable.");
        String body = new JsonObject().put("experiment", key).encode();
        Answer answer = patience.until(
                "the scheduler to hear of the registration",
                () -> api.post("/api/v1/admissions", BodyPublishers.ofString(body), Map.of()),
                it -> !it.isProblem("unknown-experiment"));
        JsonObject admission = answer.require(201, 202).json();
        JsonObject lease = admission.getJsonObject("lease");
        narrator.note(
                lease == null
                        ? admission.getString("status")
                        : "%s, slot %s, fencing token %s"
                                .formatted(
                                        admission.getString("status"),
                                        lease.getValue("slot"),
                                        lease.getValue("fencingToken")));
        admission.getJsonArray("reasons", new JsonArray()).forEach(reason -> narrator.note("because: " + text(reason)));
    }

    private static String text(Object reason) {
        return reason instanceof JsonObject object
                ? object.getString("code") + ": " + object.getString("text")
                : String.valueOf(reason);
    }

    private static JsonObject read(Path document) {
        try {
            return new JsonObject(Files.readString(document));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + document, e);
        }
    }
}
