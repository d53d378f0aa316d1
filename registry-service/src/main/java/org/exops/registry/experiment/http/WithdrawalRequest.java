package org.exops.registry.experiment.http;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why it is given up; may be left out, as may the whole body. */
public record WithdrawalRequest(@Size(max = 1000) @Nullable String reason) {}
