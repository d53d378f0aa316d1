package org.exops.ingest.run.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One upload of a run, of one variant or of several.
 *
 * @param run identity of the upload
 * @param content what it is
 * @param experiment the key; what was sent while the experiment was not known
 * @param variants one per variant in what was sent
 */
public record EvalRun(
        UUID run,
        String experiment,
        Sender sender,
        Content content,
        RunStatus status,
        Tally tally,
        List<VariantRun> variants) {
    /** The version of an eval set that stands in for one that was not named. */
    public static final String UNVERSIONED = "@unversioned";

    /** Who sent it, and when it arrived. */
    public record Sender(String team, String subject, Instant receivedAt) {}

    /**
     * What was sent.
     *
     * @param runId the sender's name for the run
     * @param digest {@code sha256:} + hex
     * @param evalSet {@code name@version}
     * @param evalSetGiven false when it is a stand-in: it gives way to the plan's, and no snapshot shows it
     */
    public record Content(
            String runId,
            String digest,
            String format,
            @Nullable String tool,
            String evalSet,
            boolean evalSetGiven,
            Instant startedAt,
            Size size) {}

    /** How much it is. */
    public record Size(long bytes, int chunks) {}

    /** What one variant brought. */
    public record VariantRun(String variant, UUID id, long cases) {}

    public EvalRun with(RunStatus next, Tally counts) {
        return new EvalRun(run, experiment, sender, content, next, counts, variants);
    }

    /** None of it counts. */
    public EvalRun refused(Reject reason) {
        return with(RunStatus.REJECTED, tally.refused(reason));
    }

    /** The same without cases that turned out not to count. */
    public EvalRun without(List<Observation> gone, List<Reject> reasons) {
        List<VariantRun> rest = variants.stream()
                .map(brought -> new VariantRun(brought.variant(), brought.id(), brought.cases() - count(gone, brought)))
                .toList();
        return new EvalRun(run, experiment, sender, content, status, tally.without(gone, reasons), rest);
    }

    private static long count(List<Observation> gone, VariantRun brought) {
        return gone.stream()
                .filter(seen -> seen.identity().variant().equals(brought.variant()))
                .count();
    }
}
