package org.exops.window.lease.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.exops.window.surface.model.SurfacePath;
import org.jspecify.annotations.Nullable;

/** An experiment for tests: {@code anExperiment("tone").on("support/refund-agent").build()}. */
public final class ExperimentFixture {
    private final String key;
    private UUID id = UUID.randomUUID();
    private String team = "support";
    private String surface = "support/refund-agent";
    private RiskTier tier = RiskTier.LOW;
    private PriorityClass priority = PriorityClass.NORMAL;
    private Sharing sharing = Sharing.EXCLUSIVE;
    private Instant deadline = Instant.parse("2036-12-01T00:00:00Z");
    private @Nullable Ending ending;

    private ExperimentFixture(String key) {
        this.key = key;
    }

    public static ExperimentFixture anExperiment(String key) {
        return new ExperimentFixture(key);
    }

    @CanIgnoreReturnValue
    public ExperimentFixture id(UUID newId) {
        id = newId;
        return this;
    }

    @CanIgnoreReturnValue
    public ExperimentFixture on(String path) {
        surface = path;
        return this;
    }

    @CanIgnoreReturnValue
    public ExperimentFixture of(String newTeam) {
        team = newTeam;
        return this;
    }

    @CanIgnoreReturnValue
    public ExperimentFixture tier(RiskTier newTier) {
        tier = newTier;
        return this;
    }

    @CanIgnoreReturnValue
    public ExperimentFixture priority(PriorityClass newPriority) {
        priority = newPriority;
        return this;
    }

    @CanIgnoreReturnValue
    public ExperimentFixture overlapping() {
        sharing = new Sharing(true, sharing.population());
        return this;
    }

    @CanIgnoreReturnValue
    public ExperimentFixture reaching(String dimension, String... values) {
        sharing = new Sharing(sharing.overlapAllowed(), Map.of(dimension, List.of(values)));
        return this;
    }

    @CanIgnoreReturnValue
    public ExperimentFixture until(Instant newDeadline) {
        deadline = newDeadline;
        return this;
    }

    @CanIgnoreReturnValue
    public ExperimentFixture ended(Ending newEnding) {
        ending = newEnding;
        return this;
    }

    public Experiment build() {
        return new Experiment(
                id,
                key,
                team,
                new SurfacePath(surface),
                new Terms(tier, priority, sharing, deadline),
                Set.of("alice", "owner-of-" + key),
                ending);
    }
}
