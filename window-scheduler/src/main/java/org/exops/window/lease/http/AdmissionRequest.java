package org.exops.window.lease.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for the right to run; {@code experiment} is a key or an id. */
record AdmissionRequest(
        @Schema(examples = "refund-agent-prompt-7") @NotNull @NotBlank @Size(max = 200) @Nullable
        String experiment) {}
