package org.exops.registry.experiment.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.exops.registry.experiment.model.RiskTier;

/** A higher tier, and why. */
public record RiskTierRequest(
        @NotNull RiskTier tier, @NotBlank @Size(max = 1000) String reason) {}
