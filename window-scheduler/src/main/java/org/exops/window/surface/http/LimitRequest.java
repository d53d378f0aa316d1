package org.exops.window.surface.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A new limit; both numbers are needed. */
record LimitRequest(
        @NotNull @Min(1) @Max(1000) @Nullable Integer maxConcurrent,
        @NotNull @Min(0) @Max(1000) @Nullable Integer maxHighRisk) {}
