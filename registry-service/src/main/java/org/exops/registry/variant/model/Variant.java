package org.exops.registry.variant.model;

/**
 * A variant of an experiment: a name and a role for one exact configuration.
 *
 * @param digest {@code sha256:} + hex over the canonical JSON (RFC 8785) of the content
 */
public record Variant(String name, VariantRole role, String digest, VariantContent content) {

    public boolean plays(VariantRole expected) {
        return role == expected;
    }
}
