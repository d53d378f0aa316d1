package org.exops.ingest.run.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What became of the cases of a run.
 *
 * @param accepted every case that counts, unscored and errored ones too
 * @param rejectedCount how many do not
 * @param rejected the first 100 of them
 */
public record Tally(
        long accepted,
        long unscored,
        long failed,
        long errors,
        long rejectedCount,
        List<Reject> rejected,
        Set<String> ignoredFields) {
    private static final int SHOWN = 100;

    public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0, List.of(), Set.of());

    /** A tally in the making. */
    public static final class Counter {
        private final long[] statuses = new long[CaseStatus.values().length];
        private final List<Reject> rejects = new ArrayList<>();
        private final Set<String> ignored = new TreeSet<>();
        private long rejected;

        public void accept(CaseStatus status) {
            statuses[status.ordinal()]++;
        }

        public void reject(Reject reject) {
            rejected++;
            if (rejects.size() < SHOWN) {
                rejects.add(reject);
            }
        }

        public void ignore(String field) {
            if (ignored.size() < SHOWN) {
                ignored.add(ShownText.of(field));
            }
        }

        public Tally result() {
            long accepted = 0;
            for (long count : statuses) {
                accepted += count;
            }
            return new Tally(
                    accepted,
                    statuses[CaseStatus.UNSCORED.ordinal()],
                    statuses[CaseStatus.FAILED.ordinal()],
                    statuses[CaseStatus.ERROR.ordinal()],
                    rejected,
                    List.copyOf(rejects),
                    new TreeSet<>(ignored));
        }
    }

    /** The same without cases that turned out not to count. */
    public Tally without(List<Observation> gone, List<Reject> reasons) {
        return new Tally(
                accepted - gone.size(),
                unscored - count(gone, CaseStatus.UNSCORED),
                failed - count(gone, CaseStatus.FAILED),
                errors - count(gone, CaseStatus.ERROR),
                rejectedCount + reasons.size(),
                shown(reasons),
                ignoredFields);
    }

    /** None of it counts. */
    public Tally refused(Reject reason) {
        return new Tally(0, 0, 0, 0, rejectedCount + accepted, shown(List.of(reason)), ignoredFields);
    }

    private List<Reject> shown(List<Reject> more) {
        return Stream.concat(rejected.stream(), more.stream()).limit(SHOWN).toList();
    }

    private static long count(List<Observation> gone, CaseStatus status) {
        return gone.stream().filter(seen -> seen.status() == status).count();
    }
}
