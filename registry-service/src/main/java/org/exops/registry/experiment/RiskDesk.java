package org.exops.registry.experiment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.exops.kit.security.Caller;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Reason;
import org.exops.registry.experiment.model.Refusal;
import org.exops.registry.experiment.model.RiskTier;
import org.exops.registry.experiment.model.Ruling;

/** Raises tiers for operators, who see what no derivation sees. */
@ApplicationScoped
public class RiskDesk {
    private final Experiments experiments;
    private final Chronicle chronicle;
    private final Clock clock;

    RiskDesk(Experiments experiments, Chronicle chronicle, Clock clock) {
        this.experiments = experiments;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<Ruling<Experiment>> raise(Caller caller, String reference, RiskTier tier, String why) {
        return experiments
                .findLocked(reference)
                .chain(found -> found.map(experiment -> raise(caller, experiment, tier, why))
                        .orElseGet(() -> refused(new Refusal.Unknown(reference))));
    }

    private Uni<Ruling<Experiment>> raise(Caller caller, Experiment experiment, RiskTier tier, String why) {
        Reason reason = new Reason("RAISED_BY_OPERATOR", "Raised to " + tier + " by " + caller.subject() + ": " + why);
        return experiment
                .raised(tier, reason, clock.instant())
                .fold(
                        raised -> chronicle
                                .keep(raised, Change.RISK_RAISED, caller.subject(), why)
                                .map(Ruling::granted),
                        RiskDesk::refused);
    }

    private static Uni<Ruling<Experiment>> refused(Refusal refusal) {
        return Uni.createFrom().item(Ruling.refused(refusal));
    }
}
