package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.exops.registry.experiment.model.Breach;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.ConfigurationRules;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.PriorAttempt;
import org.exops.registry.experiment.model.Refusal;
import org.exops.registry.experiment.model.Ruling;
import org.exops.registry.strategy.Strategies;
import org.exops.registry.strategy.model.Strategy;

/** What the world around a draft must be like for it to be registered. */
@ApplicationScoped
class RegistrationRules {
    private final Experiments experiments;
    private final Strategies strategies;
    private final PriorAttempts attempts;

    RegistrationRules(Experiments experiments, Strategies strategies, PriorAttempts attempts) {
        this.experiments = experiments;
        this.strategies = strategies;
        this.attempts = attempts;
    }

    /** The strategy that the experiment will keep, or the first refusal. */
    Uni<Ruling<Strategy>> judge(Experiment draft) {
        Configuration configuration = draft.configuration();
        List<Breach> breaches = ConfigurationRules.breaches(draft.identity().key(), configuration);
        Optional<Refusal> refusal = draft.registrationRefusal()
                .or(() -> breaches.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Broken(breaches)));
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        return predecessorRefusal(configuration)
                .chain(ended -> ended.<Uni<Ruling<Strategy>>>map(RegistrationRules::refused)
                        .orElseGet(() -> strategies
                                .find(configuration.strategy())
                                .chain(strategy -> strategy.map(known -> repetition(draft, known))
                                        .orElseGet(() ->
                                                refused(new Refusal.UnknownStrategy(configuration.strategy()))))));
    }

    private Uni<Optional<Refusal>> predecessorRefusal(Configuration configuration) {
        String revises = configuration.revises();
        if (revises == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return experiments
                .find(revises)
                .map(found -> found.map(RegistrationRules::unlessEnded)
                        .orElseGet(() -> Optional.of(new Refusal.Broken(
                                List.of(new Breach("/revises", "There is no experiment " + revises))))));
    }

    private static Optional<Refusal> unlessEnded(Experiment predecessor) {
        return predecessor.state().ended()
                ? Optional.empty()
                : Optional.of(new Refusal.IllegalTransition(
                        predecessor.status(),
                        predecessor.identity().key() + " has not ended yet; end it before it is revised."));
    }

    private Uni<Ruling<Strategy>> repetition(Experiment draft, Strategy strategy) {
        Configuration configuration = draft.configuration();
        return attempts.unreadFailures(draft.identity().key(), configuration).map(similar -> {
            List<PriorAttempt> unread = similar.stream()
                    .filter(PriorAttempt::repeats)
                    .filter(attempt -> !configuration.acknowledges(attempt.experiment()))
                    .toList();
            return unread.isEmpty()
                    ? Ruling.granted(strategy)
                    : Ruling.refused(new Refusal.RepeatsPriorAttempt(unread));
        });
    }

    private static Uni<Ruling<Strategy>> refused(Refusal refusal) {
        return Uni.createFrom().item(Ruling.refused(refusal));
    }
}
