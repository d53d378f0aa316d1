package org.exops.local.launcher.demo;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The first story, chapter by chapter; every judgement in it is the services' own. */
public final class Story {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Path folder;
    private final Api api;
    private final Narrator narrator;
    private final Patience patience;

    /** The folder holds the experiment and its evidence. */
    public Story(Path folder, Api api, Narrator narrator, Clock clock) {
        this.folder = folder;
        this.api = api;
        this.narrator = narrator;
        this.patience = new Patience(clock, narrator, LIMIT);
    }

    /**
     * Tells it to the end.
     *
     * @throws StoryFailure when it does not reach the review
     */
    public void tell() throws InterruptedException {
        narrator.document("The first story: should the refund agent get shorter instructions?");
        String experiment =
                new RegistrationChapters(api, narrator, patience).register(folder.resolve("experiment.json"));
        EvidenceChapters evidence = new EvidenceChapters(api, narrator, patience);
        long revision = evidence.bring(experiment, folder.resolve("promptfoo-results.json.gz"));
        JsonObject verdict = evidence.judge(experiment, revision);
        new DecisionChapters(api, narrator, patience).conclude(experiment, verdict);
    }
}
