package org.exops.registry.variant;

import org.exops.kit.digest.Digest;
import org.exops.registry.variant.model.VariantContent;

/** Names an exact configuration by its content: evidence is bound to this digest. */
public final class VariantDigest {
    private VariantDigest() {}

    /** {@code sha256:} + hex over the canonical JSON (RFC 8785) of the normal form, absent fields left out. */
    public static String of(VariantContent content) {
        return Digest.ofJson(content);
    }
}
