package org.exops.registry.experiment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.exops.kit.digest.Digest;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Identity;
import org.exops.registry.experiment.model.Registration;
import org.exops.registry.experiment.model.Risk;
import org.exops.registry.experiment.model.RiskTier;
import org.exops.registry.strategy.model.Strategy;

/** Freezes a plan and names it by its content, so that nobody can move the goal after the evidence. */
final class PlanDigest {
    private PlanDigest() {}

    static Registration freeze(Experiment draft, Risk risk, Strategy strategy, Instant now) {
        Configuration settled = draft.configuration().settledFor(risk.tier());
        Instant deadline = now.plus(settled.plan().deadline());
        String digest = Digest.ofJson(new Frozen(draft.identity(), settled, risk.tier(), strategy, now, deadline));
        return new Registration(digest, now, deadline, strategy);
    }

    /** Everything that registration freezes. */
    @RegisterForReflection(registerFullHierarchy = true)
    record Frozen(
            Identity identity,
            Configuration configuration,
            RiskTier tier,
            Strategy strategy,
            Instant registeredAt,
            Instant deadlineAt) {}
}
