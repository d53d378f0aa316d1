package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How well a treatment and the control cover the same cases; a case without a quality is missing. */
public final class PairTally {
    private long cases;
    private long missingInControl;
    private long missingInTreatment;

    /** Cases with a quality in both arms. */
    public long cases() {
        return cases;
    }

    public long missingInControl() {
        return missingInControl;
    }

    public long missingInTreatment() {
        return missingInTreatment;
    }

    void count(boolean inControl, boolean inTreatment, int sign) {
        if (inControl && inTreatment) {
            cases += sign;
        } else if (inTreatment) {
            missingInControl += sign;
        } else if (inControl) {
            missingInTreatment += sign;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(cases);
        out.writeLong(missingInControl);
        out.writeLong(missingInTreatment);
    }

    static PairTally read(DataInput in) throws IOException {
        PairTally pair = new PairTally();
        pair.cases = in.readLong();
        pair.missingInControl = in.readLong();
        pair.missingInTreatment = in.readLong();
        return pair;
    }
}
