package org.exops.registry.baseline.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The baseline was looked at today and holds; the next look is due by {@code recheckBy}. */
public record RecheckRequest(
        @NotNull LocalDate recheckBy,
        @Size(max = 2000) @Nullable String note) {}
