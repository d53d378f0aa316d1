package org.exops.registry.experiment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.Proposal;
import org.jspecify.annotations.Nullable;

/** A decision as people write it. */
@Schema(name = "DecisionRequest")
public record DecisionRequest(
        @NotNull Outcome decision,

        @Schema(description = "Required for ROLLOUT when there are several treatments") @Nullable
        String variant,

        @NotBlank @Size(max = 4000) String rationale,

        @NotNull @Schema(description = "The newest verdict, as read")
        UUID verdictId,

        @Size(max = 10_000) @Nullable String lessons,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 80) String> tags,
        @Valid @Nullable OverrideRequest override) {

    Proposal proposal() {
        return new Proposal(
                decision,
                variant,
                rationale,
                verdictId,
                override == null ? null : override.justification(),
                new Decision.Lessons(lessons, tags == null ? List.of() : tags));
    }

    /** Asks to go beyond the recommendation, in the caller's own name. */
    public record OverrideRequest(
            @NotBlank @Size(max = 4000) String justification) {}
}
