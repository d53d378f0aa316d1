package org.exops.registry.experiment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.exops.kit.concurrency.IfMatch;
import org.exops.kit.security.Caller;
import org.exops.kit.security.Role;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Decider;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Proposal;
import org.exops.registry.experiment.model.Refusal;
import org.exops.registry.experiment.model.Ruling;
import org.exops.registry.verdict.Verdicts;
import org.exops.registry.verdict.model.Verdict;
import org.jspecify.annotations.Nullable;

/** Ends experiments: by a decision on a verdict, or by withdrawal while nothing was seen. */
@ApplicationScoped
public class DecisionDesk {
    private final Experiments experiments;
    private final Verdicts verdicts;
    private final Conclusions conclusions;
    private final Chronicle chronicle;
    private final Clock clock;

    DecisionDesk(
            Experiments experiments, Verdicts verdicts, Conclusions conclusions, Chronicle chronicle, Clock clock) {
        this.experiments = experiments;
        this.verdicts = verdicts;
        this.conclusions = conclusions;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<Ruling<Experiment>> decide(Caller caller, String reference, IfMatch precondition, Proposal proposal) {
        return withNewestVerdict(reference, (experiment, newest) -> {
            if (proposal.justification() == null && caller.has(Role.EXPERIMENTER)) {
                caller.requireTeam(experiment.identity().team());
            }
            precondition.require(experiment.edition().revision());
            return experiment
                    .decided(newest, proposal, decider(caller))
                    .fold(concluded -> conclude(concluded, newest, proposal, caller.subject()), DecisionDesk::refused);
        });
    }

    private Decider decider(Caller caller) {
        boolean second = caller.has(Role.APPROVER) || caller.has(Role.OPERATOR);
        return new Decider(caller.subject(), caller.has(Role.EXPERIMENTER), second, clock.instant());
    }

    private Uni<Ruling<Experiment>> conclude(
            Experiment concluded, @Nullable Verdict verdict, Proposal proposal, String actor) {
        Uni<Experiment> kept = chronicle.keep(concluded, Change.DECIDED, actor, proposal.rationale());
        return kept.call(experiment ->
                        verdict == null ? Uni.createFrom().voidItem() : conclusions.keep(experiment, verdict))
                .map(Ruling::granted);
    }

    @WithTransaction
    public Uni<Ruling<Experiment>> withdraw(
            Caller caller, String reference, IfMatch precondition, @Nullable String reason) {
        return withNewestVerdict(reference, (experiment, newest) -> {
            caller.requireTeam(experiment.identity().team());
            precondition.require(experiment.edition().revision());
            return experiment
                    .withdrawn(newest, clock.instant())
                    .fold(
                            withdrawn -> chronicle
                                    .keep(withdrawn, Change.WITHDRAWN, caller.subject(), reason)
                                    .map(Ruling::granted),
                            DecisionDesk::refused);
        });
    }

    // The experiment's lock comes before the verdict's, everywhere: two orders would be a deadlock.
    private Uni<Ruling<Experiment>> withNewestVerdict(String reference, Step step) {
        return experiments
                .findLocked(reference)
                .chain(found -> found.map(experiment -> verdicts.newestHeld(
                                        experiment.identity().id())
                                .chain(newest -> step.take(experiment, newest.orElse(null))))
                        .orElseGet(() -> refused(new Refusal.Unknown(reference))));
    }

    private static Uni<Ruling<Experiment>> refused(Refusal refusal) {
        return Uni.createFrom().item(Ruling.refused(refusal));
    }

    private interface Step {
        Uni<Ruling<Experiment>> take(Experiment experiment, @Nullable Verdict newest);
    }
}
