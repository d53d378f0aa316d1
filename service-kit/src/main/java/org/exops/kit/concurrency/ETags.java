package org.exops.kit.concurrency;

/** Strong entity tags from revisions: revision 42 is {@code "42"}, quotes included. */
public final class ETags {
    private ETags() {}

    /** The value of the {@code ETag} header. */
    public static String of(long revision) {
        return '"' + Long.toString(revision) + '"';
    }
}
