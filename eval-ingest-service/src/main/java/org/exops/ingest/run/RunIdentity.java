package org.exops.ingest.run;

import java.util.HexFormat;
import java.util.List;
import org.exops.kit.digest.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Names a run's content, so that the same content sent again is the same run.
 *
 * <p>The experiment is no part of it: while it is not known it may be named by its id or by its key, and a run is
 * (experiment, variant, runId) anyway.
 *
 * @param variants as they were named
 * @param bytes SHA-256 of what was sent
 */
record RunIdentity(String variants, String format, byte[] bytes) {

    /** Over (variants, format, bytes): the name of a run that its sender did not name. */
    String runId() {
        return Digest.ofJson(List.of(variants, format, hex()));
    }

    /** Over the same and how it was read: equal digests mean equal observations. */
    String digest(List<String> options, @Nullable String evalSet) {
        return Digest.ofJson(List.of(variants, format, hex(), options, evalSet == null ? "" : evalSet));
    }

    private String hex() {
        return HexFormat.of().formatHex(bytes);
    }
}
