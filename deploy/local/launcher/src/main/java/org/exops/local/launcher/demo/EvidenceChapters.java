package org.exops.local.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The file of the eval tool goes in as it is, and a verdict comes out. */
final class EvidenceChapters {
    private static final String IMPORT = "/api/v1/eval-runs/imports?experiment=%s&format=promptfoo&runId=%s"
            + "&map=long-instructions:A&map=short-instructions:B"
            + "&metric=task_success:task_success&metric=groundedness:groundedness&cluster=conversation";
    private static final List<String> FINAL = List.of("SCORED", "INVALID", "BLOCKED");

    private final Api api;
    private final Narrator narrator;
    private final Patience patience;

    EvidenceChapters(Api api, Narrator narrator, Patience patience) {
        this.api = api;
        this.narrator = narrator;
        this.patience = patience;
    }

    /** Imports the file; the revision of the evidence that holds all of it. */
    long bring(String experiment, Path file) throws InterruptedException {
        narrator.chapter(
                "Bring the evidence",
                "A promptfoo run of both instructions over 2,629 requests in 480 conversations, sent as the tool wrote it.");
        String runId = "promptfoo-" + experiment;
        JsonObject receipt = api.post(
                        IMPORT.formatted(experiment, runId), BodyPublishers.ofInputStream(() -> open(file)), Map.of())
                .require(202)
                .json();
        narrator.note("accepted %s cases, of them failed %s, errors %s"
                .formatted(receipt.getValue("accepted"), receipt.getValue("failed"), receipt.getValue("errors")));
        JsonObject evidence = patience.until(
                        "the evidence of both variants",
                        () -> api.ask("/api/v1/evidence/" + experiment),
                        answer -> answer.status() == 200 && hasPairs(answer.json()))
                .json();
        JsonObject pairs = evidence.getJsonArray("paired").getJsonObject(0);
        narrator.note("GET /api/v1/evidence/%s: revision %s, %s paired cases in %s clusters"
                .formatted(
                        experiment,
                        evidence.getValue("revision"),
                        pairs.getValue("cases"),
                        pairs.getValue("clusters")));
        return evidence.getLong("revision");
    }

    private static boolean hasPairs(JsonObject evidence) {
        JsonArray paired = evidence.getJsonArray("paired", new JsonArray());
        return !paired.isEmpty() && paired.getJsonObject(0).getLong("cases") > 0;
    }

    /** The verdict over at least that revision of the evidence. */
    JsonObject judge(String experiment, long evidenceRevision) throws InterruptedException {
        narrator.chapter(
                "Read the verdict",
                "Score = quality gained - what it costs - what it risks, with its uncertainty, judged by the locked plan.");
        String path = "/api/v1/verdicts/" + experiment;
        JsonObject verdict = patience.until(
                        "a verdict over this evidence",
                        () -> api.ask(path + "?wait=PT1S"),
                        answer -> answer.status() == 200 && covers(answer.json(), evidenceRevision))
                .json();
        narrator.note("GET %s: %s, recommendation %s"
                .formatted(path, verdict.getString("status"), verdict.getString("recommendation")));
        verdict.getJsonArray("comparisons", new JsonArray()).forEach(comparison -> numbers((JsonObject) comparison));
        verdict.getJsonArray("reasons", new JsonArray())
                .forEach(reason -> narrator.note(
                        ((JsonObject) reason).getString("code") + ": " + ((JsonObject) reason).getString("text")));
        return verdict;
    }

    private static boolean covers(JsonObject verdict, long evidenceRevision) {
        return FINAL.contains(verdict.getString("status"))
                && verdict.getLong("evidenceRevision", 0L) >= evidenceRevision;
    }

    private void numbers(JsonObject comparison) {
        interval("quality", comparison.getJsonObject("quality"), "delta", "cases in a hundred solved more");
        interval("cost", comparison.getJsonObject("cost"), "delta", "% of the reference cost");
        interval("score", comparison.getJsonObject("score"), "value", "points, net of cost and risk");
    }

    /** All three are shares; people read hundredths. */
    private void interval(String name, @Nullable JsonObject estimate, String field, String unit) {
        if (estimate != null) {
            narrator.note(String.format(
                    Locale.ROOT,
                    "%-8s %+.1f %s (always-valid 95%%: %+.1f to %+.1f)",
                    name,
                    100 * estimate.getDouble(field),
                    unit,
                    100 * estimate.getDouble("lower"),
                    100 * estimate.getDouble("upper")));
        }
    }

    private static InputStream open(Path file) {
        try {
            return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
