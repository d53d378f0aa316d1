package org.exops.scoring.strategy.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many units are needed.
 *
 * @param requiredUnits per arm, in one test at the given alpha
 * @param underHybridSpend per arm for the judge's own rule, whose ordinary test has 0.8 of alpha because looks are unlimited
 */
@Schema(name = "Size")
record SizeView(
        @Schema(description = "units per arm for one test at alpha")
        long requiredUnits,

        @Schema(description = "units per arm when looks are unlimited: plan.requiredUnits")
        long underHybridSpend) {}
