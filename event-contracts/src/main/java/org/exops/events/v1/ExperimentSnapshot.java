package org.exops.events.v1;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered experiment, whole: everything that a neighbour needs to work without asking back.
 *
 * @param id UUIDv7; the record key
 * @param key the name that people use
 * @param status never {@code DRAFT}
 * @param truncated whether a run was released before its evidence was complete
 * @param at when this revision came to be
 * @param configuration as registered, defaults filled in
 * @param decision present once {@code CONCLUDED}
 */
public record ExperimentSnapshot(
        UUID id,
        String key,
        String team,
        long revision,
        ExperimentChange what,
        ExperimentStatus status,
        boolean truncated,
        Instant at,
        People people,
        Risk risk,
        ExperimentConfiguration configuration,
        RegisteredPlan plan,
        @Nullable Decision decision)
        implements StateSnapshot {

    /** Who did what; they may not approve their own. */
    public record People(String creator, String lastEditor, String registrar, String decisionOwner) {}

    /** The derived tier and why. */
    public record Risk(RiskTier tier, List<Reason> reasons) {}

    /**
     * What registration froze.
     *
     * @param digest {@code sha256:} + hex over the plan
     * @param deadlineAt registration plus the plan's deadline
     */
    public record RegisteredPlan(String digest, Instant registeredAt, Instant deadlineAt, PinnedStrategy strategy) {}

    /**
     * The numbers of the strategy version that the experiment registered with.
     *
     * @param kappaCost 1 is economically neutral
     * @param kappaRisk 1 is economically neutral, never below
     * @param minimumProbability P(S ≥ δ) that a rollout needs
     */
    public record PinnedStrategy(
            String name, long version, double kappaCost, double kappaRisk, double minimumProbability) {}

    /** What the owner did, on which verdict. */
    public record Decision(
            Outcome decision,
            @Nullable String variant,
            String rationale,
            UUID verdictId,
            String decidedBy,
            Instant decidedAt,
            boolean override) {}
}
