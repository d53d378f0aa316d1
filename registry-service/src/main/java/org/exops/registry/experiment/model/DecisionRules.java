package org.exops.registry.experiment.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.verdict.model.TreatmentOutcome;
import org.exops.registry.verdict.model.Verdict;
import org.exops.registry.verdict.model.VerdictStatus;
import org.jspecify.annotations.Nullable;

/** Whether a proposal may become the decision: as cautious as the verdict, or bolder in a second person's name. */
final class DecisionRules {
    private final Experiment experiment;
    private final Verdict verdict;
    private final Proposal proposal;
    private final Decider decider;

    DecisionRules(Experiment experiment, Verdict newest, Proposal proposal, Decider decider) {
        this.experiment = experiment;
        this.verdict = newest;
        this.proposal = proposal;
        this.decider = decider;
    }

    /** The first rule that refuses decides. */
    Optional<Refusal> refusal() {
        return Stream.<Supplier<Optional<Refusal>>>of(
                        this::standing, this::secondPerson, this::newest, this::treatment, this::gates, this::caution)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    Decision decision() {
        return new Decision(
                proposal.outcome(),
                subject(),
                proposal.rationale(),
                verdict.id(),
                decider.subject(),
                decider.at(),
                proposal.justification(),
                proposal.lessons());
    }

    private Optional<Refusal> standing() {
        if (proposal.overrides()) {
            return when(
                    !decider.secondPerson(),
                    new Refusal.NotYours("Only an approver or an operator may override a verdict."));
        }
        return when(
                !decider.ownExperimenter(),
                new Refusal.NotYours("Without an override, an experimenter of the experiment's team decides."));
    }

    private Optional<Refusal> secondPerson() {
        return when(
                proposal.overrides() && experiment.people().include(decider.subject()),
                new Refusal.FourEyes(decider.subject()));
    }

    private Optional<Refusal> newest() {
        return when(!verdict.id().equals(proposal.verdictId()), new Refusal.Superseded(verdict.id()));
    }

    private Optional<Refusal> treatment() {
        List<String> treatments = experiment.configuration().treatments().stream()
                .map(Variant::name)
                .toList();
        if (proposal.variant() == null) {
            return when(
                    proposal.outcome() == Outcome.ROLLOUT && treatments.size() > 1,
                    broken("Say which of the treatments is rolled out: " + String.join(", ", treatments) + "."));
        }
        return when(
                !treatments.contains(proposal.variant()),
                broken("Not a treatment of this experiment; it has " + String.join(", ", treatments) + "."));
    }

    private static Refusal broken(String message) {
        return new Refusal.Broken(List.of(new Breach("/variant", message)));
    }

    private Optional<Refusal> gates() {
        return when(
                proposal.outcome() == Outcome.ROLLOUT && verdict.status() == VerdictStatus.BLOCKED,
                new Refusal.Blocked());
    }

    private Optional<Refusal> caution() {
        if (proposal.overrides()) {
            return Optional.empty();
        }
        Outcome recommended = recommended();
        if (proposal.outcome() == Outcome.ROLLOUT && inconclusive()) {
            return Optional.of(overrideRequired("the verdict is " + verdict.status()));
        }
        return when(
                proposal.outcome().bolderThan(recommended), overrideRequired("the verdict recommends " + recommended));
    }

    private Refusal overrideRequired(String because) {
        return new Refusal.OverrideRequired(proposal.outcome(), because);
    }

    private boolean inconclusive() {
        return verdict.status().isInconclusive()
                || comparison()
                        .map(outcome -> outcome.status().isInconclusive())
                        .orElse(false);
    }

    // A blocked verdict compares nothing; its own recommendation then holds for every treatment.
    private Outcome recommended() {
        return Outcome.of(comparison().map(TreatmentOutcome::recommendation).orElse(verdict.recommendation()));
    }

    private Optional<TreatmentOutcome> comparison() {
        return Optional.ofNullable(subject()).flatMap(verdict::of);
    }

    private @Nullable String subject() {
        if (proposal.variant() != null || proposal.outcome() != Outcome.ROLLOUT) {
            return proposal.variant();
        }
        return experiment.configuration().treatments().get(0).name();
    }

    private static Optional<Refusal> when(boolean offended, Refusal refusal) {
        return offended ? Optional.of(refusal) : Optional.empty();
    }
}
