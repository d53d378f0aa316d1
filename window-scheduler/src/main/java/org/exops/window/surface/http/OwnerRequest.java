package org.exops.window.surface.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The team that the surface belongs to from now on. */
record OwnerRequest(
        @NotNull @NotBlank @Size(max = 200) @Nullable String team) {}
