package org.exops.ingest.aggregate.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.exops.ingest.run.model.CaseStatus;
import org.jspecify.annotations.Nullable;

/** Observations of one variant: how they ended, and how long they took. */
public final class ArmTotals {
    private static final long LONGEST = Duration.ofHours(1).toMillis();
    private static final int DIGITS = 3;
    private static final CaseStatus[] STATUSES = CaseStatus.values();

    private final long[] statuses = new long[STATUSES.length];
    private Histogram latencies = new Histogram(1, LONGEST, DIGITS);
    private RunTally runs = new RunTally();

    public long count(CaseStatus status) {
        return statuses[status.ordinal()];
    }

    /** Milliseconds, 1 to 3,600,000; what is outside counts at the end. */
    public Histogram latencies() {
        return latencies;
    }

    /** The committed runs. */
    public RunTally runs() {
        return runs;
    }

    void add(CaseStatus status, @Nullable Duration latency) {
        statuses[status.ordinal()]++;
        if (latency != null) {
            latencies.recordValue(Math.min(LONGEST, Math.max(1, latency.toMillis())));
        }
    }

    /** The HdrHistogram's compressed form (V2). */
    public byte[] compressedLatencies() {
        ByteBuffer buffer = ByteBuffer.allocate(latencies.getNeededByteBufferCapacity());
        int length = latencies.encodeIntoCompressedByteBuffer(buffer, Deflater.DEFAULT_COMPRESSION);
        byte[] bytes = new byte[length];
        buffer.rewind();
        buffer.get(bytes);
        return bytes;
    }

    void write(DataOutput out) throws IOException {
        for (long count : statuses) {
            out.writeLong(count);
        }
        byte[] histogram = compressedLatencies();
        out.writeInt(histogram.length);
        out.write(histogram);
        runs.write(out);
    }

    static ArmTotals read(DataInput in) throws IOException {
        ArmTotals arm = new ArmTotals();
        for (int index = 0; index < arm.statuses.length; index++) {
            arm.statuses[index] = in.readLong();
        }
        byte[] histogram = new byte[in.readInt()];
        in.readFully(histogram);
        try {
            arm.latencies = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(histogram), LONGEST);
        } catch (DataFormatException e) {
            throw new IOException("a stored histogram cannot be read", e);
        }
        arm.runs = RunTally.read(in);
        return arm;
    }
}
