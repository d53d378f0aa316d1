package org.exops.ingest.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.exops.kit.digest.Digest;

/** Counts and digests a body as it is read, and asks whether it may go on. */
final class MeteredStream extends FilterInputStream {
    private final MessageDigest digest = Digest.sha256();
    private final Allowance allowance;
    private long bytes;

    MeteredStream(InputStream body, Allowance allowance) {
        super(body);
        this.allowance = allowance;
    }

    /** Says how much may be read. */
    @FunctionalInterface
    interface Allowance {
        /** Fails when {@code bytes} is too much. */
        void check(long bytes);
    }

    long bytes() {
        return bytes;
    }

    byte[] digest() {
        return digest.digest();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            digest.update((byte) next);
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            digest.update(target, offset, count);
            count(count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(count, 8192)]);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) {
        bytes += more;
        allowance.check(bytes);
    }
}
