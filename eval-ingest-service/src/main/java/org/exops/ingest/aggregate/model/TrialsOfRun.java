package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Which trials of a case the run that is being counted has brought. Runs of an experiment are counted one after the other, so the
 * trials of earlier runs may be forgotten: this stays small however often a case is run.
 */
record TrialsOfRun(UUID run, int[] sorted) {
    static final TrialsOfRun NONE = new TrialsOfRun(new UUID(0, 0), new int[0]);

    boolean has(UUID asked, int trial) {
        return run.equals(asked) && Arrays.binarySearch(sorted, trial) >= 0;
    }

    TrialsOfRun with(UUID counted, int trial) {
        int[] known = run.equals(counted) ? sorted : new int[0];
        int[] grown = Arrays.copyOf(known, known.length + 1);
        grown[known.length] = trial;
        Arrays.sort(grown);
        return new TrialsOfRun(counted, grown);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(run.getMostSignificantBits());
        out.writeLong(run.getLeastSignificantBits());
        out.writeInt(sorted.length);
        for (int trial : sorted) {
            out.writeInt(trial);
        }
    }

    static TrialsOfRun read(DataInput in) throws IOException {
        UUID run = new UUID(in.readLong(), in.readLong());
        int[] trials = new int[in.readInt()];
        for (int index = 0; index < trials.length; index++) {
            trials[index] = in.readInt();
        }
        return new TrialsOfRun(run, trials);
    }
}
