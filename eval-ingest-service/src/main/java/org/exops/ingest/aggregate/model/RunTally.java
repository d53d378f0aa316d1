package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The committed runs of one variant: their number, the first of them by name, and when they were started. */
public final class RunTally {
    private static final int SHOWN = 20;

    private final List<CountedRun> shown = new ArrayList<>();
    private final SortedSet<String> evalSets = new TreeSet<>();
    private int count;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** One committed run; {@code digest} is over its content. */
    public record CountedRun(String id, String runId, long cases, String digest) {}

    public int count() {
        return count;
    }

    /** The first 20. */
    public List<CountedRun> shown() {
        return List.copyOf(shown);
    }

    /** Distinct {@code name@version}, sorted; the first 20. */
    public List<String> evalSets() {
        return List.copyOf(evalSets);
    }

    public @Nullable Instant firstStartedAt() {
        return first;
    }

    public @Nullable Instant lastStartedAt() {
        return last;
    }

    /** Counts a run; one that names no eval set adds none. */
    void add(CountedRun run, @Nullable String evalSet, Instant startedAt) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(run);
        }
        if (evalSet != null && evalSets.size() < SHOWN) {
            evalSets.add(evalSet);
        }
        first = first == null || startedAt.isBefore(first) ? startedAt : first;
        last = last == null || startedAt.isAfter(last) ? startedAt : last;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(count);
        out.writeInt(shown.size());
        for (CountedRun run : shown) {
            Texts.write(out, run.id());
            Texts.write(out, run.runId());
            out.writeLong(run.cases());
            Texts.write(out, run.digest());
        }
        out.writeInt(evalSets.size());
        for (String evalSet : evalSets) {
            Texts.write(out, evalSet);
        }
        Texts.writeOptional(out, first == null ? null : first.toString());
        Texts.writeOptional(out, last == null ? null : last.toString());
    }

    static RunTally read(DataInput in) throws IOException {
        RunTally runs = new RunTally();
        runs.count = in.readInt();
        int size = in.readInt();
        for (int index = 0; index < size; index++) {
            runs.shown.add(new CountedRun(Texts.read(in), Texts.read(in), in.readLong(), Texts.read(in)));
        }
        int sets = in.readInt();
        for (int index = 0; index < sets; index++) {
            runs.evalSets.add(Texts.read(in));
        }
        runs.first = instant(Texts.readOptional(in));
        runs.last = instant(Texts.readOptional(in));
        return runs;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
