package org.exops.registry.experiment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.exops.kit.concurrency.IfMatch;
import org.exops.kit.security.Caller;
import org.exops.registry.experiment.model.Breach;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Refusal;
import org.exops.registry.experiment.model.Registration;
import org.exops.registry.experiment.model.Risk;
import org.exops.registry.experiment.model.Ruling;
import org.exops.registry.strategy.model.Strategy;

/** Locks a draft: from then on its plan is what evidence is judged by. */
@ApplicationScoped
public class RegistrationDesk {
    private final Experiments experiments;
    private final RegistrationRules rules;
    private final RiskOffice risks;
    private final Chronicle chronicle;
    private final Clock clock;

    RegistrationDesk(
            Experiments experiments, RegistrationRules rules, RiskOffice risks, Chronicle chronicle, Clock clock) {
        this.experiments = experiments;
        this.rules = rules;
        this.risks = risks;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    public Uni<Ruling<Experiment>> register(Caller caller, String reference, IfMatch precondition) {
        // Recovered out here: what was written before the size was known must not stay.
        return attempt(caller, reference, precondition)
                .onFailure(ExperimentTooLargeException.class)
                .recoverWithItem(failure -> Ruling.refused(new Refusal.Broken(
                        List.of(new Breach("/variants", ((ExperimentTooLargeException) failure).detail())))));
    }

    @WithTransaction
    Uni<Ruling<Experiment>> attempt(Caller caller, String reference, IfMatch precondition) {
        return experiments
                .findLocked(reference)
                .chain(found -> found.map(experiment -> register(caller, experiment, precondition))
                        .orElseGet(() -> refused(new Refusal.Unknown(reference))));
    }

    private Uni<Ruling<Experiment>> register(Caller caller, Experiment experiment, IfMatch precondition) {
        caller.requireTeam(experiment.identity().team());
        precondition.require(experiment.edition().revision());
        return rules.judge(experiment)
                .chain(ruling ->
                        ruling.fold(strategy -> lock(caller, experiment, strategy), RegistrationDesk::refused));
    }

    private Uni<Ruling<Experiment>> lock(Caller caller, Experiment draft, Strategy strategy) {
        Risk risk = draft.kept(risks.assess(draft.configuration()));
        Registration frozen = PlanDigest.freeze(draft, risk, strategy, clock.instant());
        return draft.registered(frozen, risk, caller.subject())
                .fold(
                        registered -> chronicle
                                .keep(registered, Change.REGISTERED, caller.subject(), null)
                                .map(Ruling::granted),
                        RegistrationDesk::refused);
    }

    private static Uni<Ruling<Experiment>> refused(Refusal refusal) {
        return Uni.createFrom().item(Ruling.refused(refusal));
    }
}
