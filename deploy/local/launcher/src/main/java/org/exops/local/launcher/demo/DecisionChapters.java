package org.exops.local.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** Somebody decides, the review is written, and whoever asks later finds it. */
final class DecisionChapters {
    // What the registry answers while its picture of the verdict or ours of the experiment is a moment old.
    private static final List<String> NOT_YET =
            List.of("no-verdict", "illegal-transition", "verdict-superseded", "stale");

    private final Api api;
    private final Narrator narrator;
    private final Patience patience;

    DecisionChapters(Api api, Narrator narrator, Patience patience) {
        this.api = api;
        this.narrator = narrator;
        this.patience = patience;
    }

    /** Decides as the verdict recommends, shows the review and looks for it among what is known. */
    void conclude(String experiment, JsonObject verdict) throws InterruptedException {
        decide(experiment, verdict);
        review(experiment);
        find(experiment);
    }

    private void decide(String experiment, JsonObject verdict) throws InterruptedException {
        String recommended = verdict.getString("recommendation");
        // CONTINUE is no decision: whoever stops early may at most iterate.
        String decision = recommended.equals("CONTINUE") ? "ITERATE" : recommended;
        narrator.chapter("Decide", "The verdict recommends %s; Alice decides %s.".formatted(recommended, decision));
        String path = "/api/v1/experiments/" + experiment;
        Answer answer = patience.until(
                "the registry to hear of the verdict",
                () -> decide(path, experiment, decision),
                it -> NOT_YET.stream().noneMatch(it::isProblem));
        narrator.note(answer.require(200, 201).json().getString("status"));
    }

    // A newer verdict may arrive at any time, and the one that is decided on must be the newest.
    private Answer decide(String path, String experiment, String decision) throws InterruptedException {
        JsonObject newest =
                api.ask("/api/v1/verdicts/" + experiment).require(200).json();
        JsonObject body = new JsonObject()
                .put("decision", decision)
                .put("rationale", rationale(newest))
                .put("verdictId", newest.getString("verdictId"))
                .put("lessons", "Compare instructions of different length on the same cases before a rewrite goes out.")
                .put("tags", new JsonArray().add("prompt-length").add("refunds"));
        if (decision.equals("ROLLOUT")) {
            body.put("variant", newest.getString("variant"));
        }
        Answer current = api.ask(path).require(200);
        return api.post(path + "/decision", BodyPublishers.ofString(body.encode()), Map.of("If-Match", current.etag()));
    }

    private static String rationale(JsonObject verdict) {
        JsonArray reasons = verdict.getJsonArray("reasons", new JsonArray());
        return "As recommended (" + verdict.getString("recommendation") + ")"
                + (reasons.isEmpty() ? "." : ": " + reasons.getJsonObject(0).getString("text"));
    }

    private void review(String experiment) throws InterruptedException {
        narrator.chapter("Read the review", "What was asked, what was seen and what was decided, on one page.");
        String path = "/api/v1/experiments/" + experiment + "/review";
        Answer review = api.show(path, "text/markdown").require(200);
        narrator.document(review.body());
    }

    private void find(String experiment) throws InterruptedException {
        narrator.chapter("Find it again", "The next team that thinks of shorter instructions finds what came of it.");
        String path = "/api/v1/knowledge?q=shorter%20refund%20instructions&surface=support%2Frefund-agent";
        Answer found = patience.until(
                "the knowledge search to find the review",
                () -> api.ask(path),
                answer -> answer.status() == 200 && answer.body().contains('"' + experiment + '"'));
        narrator.exchange("GET", path, found);
        found.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(hit -> experiment.equals(hit.getString("experiment")))
                .forEach(hit -> narrator.note("%s, decided %s: %s"
                        .formatted(hit.getString("title"), hit.getString("decision"), hit.getString("snippet"))));
    }
}
