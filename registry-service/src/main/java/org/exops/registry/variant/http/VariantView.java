package org.exops.registry.variant.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.exops.registry.variant.model.VariantContent;

/** The exact configuration behind a digest. */
public record VariantView(String digest, @JsonUnwrapped VariantContent content) {}
