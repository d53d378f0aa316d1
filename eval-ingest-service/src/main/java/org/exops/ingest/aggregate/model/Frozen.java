package org.exops.ingest.aggregate.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.exops.ingest.experiment.model.Plan;

/** The stored form of states: compact bytes, led by the version of their layout. */
public final class Frozen {
    private static final int VERSION = 1;

    private Frozen() {}

    /** Writes a state. */
    @FunctionalInterface
    interface Writer {
        void write(DataOutput out) throws IOException;
    }

    /** Reads a state. */
    @FunctionalInterface
    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    public static byte[] of(EvidenceTotals totals) {
        return write(totals::write);
    }

    public static EvidenceTotals totals(byte[] bytes, Plan plan) {
        return read(bytes, in -> EvidenceTotals.read(in, plan));
    }

    static byte[] write(Writer state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            state.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("a state of layout " + version + " where " + VERSION + " is known");
            }
            return reader.read(in);
        } catch (IOException e) {
            // Not the cause: a state that cannot be read is no neighbour that is away, waiting never mends it.
            IllegalStateException unreadable = new IllegalStateException("A stored state cannot be read: " + e);
            unreadable.addSuppressed(e);
            throw unreadable;
        }
    }
}
