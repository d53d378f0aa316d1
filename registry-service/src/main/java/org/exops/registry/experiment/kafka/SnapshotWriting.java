package org.exops.registry.experiment.kafka;

import java.util.Objects;
import org.exops.events.v1.ExperimentChange;
import org.exops.events.v1.ExperimentSnapshot;
import org.exops.events.v1.ExperimentStatus;
import org.exops.events.v1.Outcome;
import org.exops.events.v1.Reason;
import org.exops.events.v1.RiskTier;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.People;
import org.exops.registry.experiment.model.Registration;
import org.exops.registry.experiment.model.Risk;
import org.exops.registry.strategy.model.Strategy;
import org.jspecify.annotations.Nullable;

/** A registered experiment as its neighbours read it. */
final class SnapshotWriting {
    private SnapshotWriting() {}

    static ExperimentSnapshot snapshot(Experiment experiment, Change change) {
        return new ExperimentSnapshot(
                experiment.identity().id(),
                experiment.identity().key(),
                experiment.identity().team(),
                experiment.edition().revision(),
                what(change),
                ExperimentStatus.valueOf(experiment.status().name()),
                experiment.state().truncated(),
                experiment.edition().changedAt(),
                people(experiment.people()),
                risk(experiment.risk()),
                ConfigurationWriting.configuration(experiment.configuration()),
                plan(Objects.requireNonNull(experiment.registration(), "a draft is nobody's business")),
                decision(experiment.decision()));
    }

    private static ExperimentChange what(Change change) {
        return switch (change) {
            case REGISTERED -> ExperimentChange.REGISTERED;
            case STATUS_CHANGED -> ExperimentChange.STATUS_CHANGED;
            case RISK_RAISED -> ExperimentChange.RISK_RAISED;
            case DECIDED -> ExperimentChange.DECIDED;
            case WITHDRAWN -> ExperimentChange.WITHDRAWN;
            case CREATED, EDITED, ADMISSION_RECORDED -> throw new IllegalArgumentException(change + " is no news");
        };
    }

    private static ExperimentSnapshot.People people(People people) {
        return new ExperimentSnapshot.People(
                people.creator(),
                people.lastEditor(),
                Objects.requireNonNull(people.registrar(), "a registered experiment has a registrar"),
                people.decisionOwner());
    }

    private static ExperimentSnapshot.Risk risk(Risk risk) {
        return new ExperimentSnapshot.Risk(
                RiskTier.valueOf(risk.tier().name()),
                risk.reasons().stream()
                        .map(reason -> new Reason(reason.code(), reason.text()))
                        .toList());
    }

    private static ExperimentSnapshot.RegisteredPlan plan(Registration registration) {
        Strategy strategy = registration.strategy();
        return new ExperimentSnapshot.RegisteredPlan(
                registration.planDigest(),
                registration.registeredAt(),
                registration.deadlineAt(),
                new ExperimentSnapshot.PinnedStrategy(
                        strategy.name(),
                        strategy.version(),
                        strategy.kappaCost(),
                        strategy.kappaRisk(),
                        strategy.minimumProbability()));
    }

    private static ExperimentSnapshot.@Nullable Decision decision(@Nullable Decision decision) {
        return decision == null
                ? null
                : new ExperimentSnapshot.Decision(
                        Outcome.valueOf(decision.outcome().name()),
                        decision.variant(),
                        decision.rationale(),
                        decision.verdictId(),
                        decision.decidedBy(),
                        decision.decidedAt(),
                        decision.overrides());
    }
}
