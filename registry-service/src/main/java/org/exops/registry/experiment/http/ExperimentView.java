package org.exops.registry.experiment.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exops.registry.experiment.Draft;
import org.exops.registry.experiment.ExperimentShelf.Shown;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.experiment.model.People;
import org.exops.registry.experiment.model.PriorAttempt;
import org.exops.registry.experiment.model.Reason;
import org.exops.registry.experiment.model.Registration;
import org.exops.registry.experiment.model.RiskTier;
import org.exops.registry.experiment.model.Status;
import org.jspecify.annotations.Nullable;

/** An experiment as it stands, with its whole configuration, every default filled in. */
public record ExperimentView(
        UUID id,
        String key,
        String team,
        Status status,
        long revision,
        boolean truncated,
        RiskView risk,
        People people,
        @Nullable Registration registration,
        @Nullable DecisionView decision,
        @Nullable List<SimilarAttempt> similarAttempts,
        @Nullable List<String> revisedBy,
        Instant createdAt,
        Instant changedAt,
        @JsonUnwrapped ConfigurationView configuration) {

    static ExperimentView of(Experiment experiment) {
        return of(experiment, null, null);
    }

    static ExperimentView of(Draft draft) {
        return of(draft.experiment(), draft.similar(), null);
    }

    static ExperimentView of(Shown shown) {
        return of(shown.draft().experiment(), shown.draft().similar(), shown.successors());
    }

    private static ExperimentView of(
            Experiment experiment, @Nullable List<PriorAttempt> similar, @Nullable List<String> revisedBy) {
        return new ExperimentView(
                experiment.identity().id(),
                experiment.identity().key(),
                experiment.identity().team(),
                experiment.status(),
                experiment.edition().revision(),
                experiment.state().truncated(),
                new RiskView(experiment.risk().tier(), experiment.risk().reasons()),
                experiment.people(),
                experiment.registration(),
                DecisionView.of(experiment.decision()),
                similar == null
                        ? null
                        : similar.stream().map(SimilarAttempt::of).toList(),
                revisedBy,
                experiment.edition().createdAt(),
                experiment.edition().changedAt(),
                ConfigurationView.of(
                        experiment.configuration().settledFor(experiment.risk().tier())));
    }

    /** The derived tier and why. */
    public record RiskView(RiskTier tier, List<Reason> reasons) {}

    /** A concluded experiment that resembles this one. */
    public record SimilarAttempt(String experiment, Outcome decision, double similarity, String why) {
        static SimilarAttempt of(PriorAttempt attempt) {
            return new SimilarAttempt(attempt.experiment(), attempt.decision(), attempt.similarity(), attempt.why());
        }
    }

    /** What was decided, on which verdict and in whose name. */
    public record DecisionView(
            Outcome decision,
            @Nullable String variant,
            String rationale,
            UUID verdictId,
            String decidedBy,
            Instant decidedAt,
            @Nullable OverrideView override,
            @Nullable String lessons,
            List<String> tags) {
        static @Nullable DecisionView of(@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new DecisionView(
                            decision.outcome(),
                            decision.variant(),
                            decision.rationale(),
                            decision.verdictId(),
                            decision.decidedBy(),
                            decision.decidedAt(),
                            decision.justification() == null ? null : new OverrideView(decision.justification()),
                            decision.lessons().text(),
                            decision.lessons().tags());
        }
    }

    /** Why it went beyond the recommendation. */
    public record OverrideView(String justification) {}
}
