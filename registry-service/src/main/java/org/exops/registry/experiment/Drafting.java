package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.exops.registry.experiment.model.Breach;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.ConfigurationRules;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Identity;
import org.exops.registry.experiment.model.Refusal;
import org.exops.registry.experiment.model.Risk;
import org.exops.registry.experiment.model.Ruling;
import org.exops.registry.variant.Variants;

/** The work on a draft inside its transaction. */
@ApplicationScoped
class Drafting {
    private final RiskOffice risks;
    private final Variants variants;
    private final PriorAttempts attempts;
    private final Chronicle chronicle;

    Drafting(RiskOffice risks, Variants variants, PriorAttempts attempts, Chronicle chronicle) {
        this.risks = risks;
        this.variants = variants;
        this.attempts = attempts;
        this.chronicle = chronicle;
    }

    Uni<Draft> begin(String author, Identity identity, Configuration configuration, Instant now) {
        Experiment draft = Experiment.draft(identity, configuration, risks.assess(configuration), author, now);
        return variants.keep(configuration.variants())
                .chain(() -> chronicle.begin(draft, author))
                .chain(this::withSimilar);
    }

    Uni<Ruling<Draft>> change(
            String editor, Experiment experiment, String key, Configuration configuration, Instant now) {
        List<Breach> breaches = breaches(experiment, key, configuration);
        // What breaks a rule is not assessed: it may be of any size.
        Risk risk = breaches.isEmpty() ? risks.assess(configuration) : experiment.risk();
        return experiment
                .edited(configuration, risk, editor, now)
                .fold(
                        edited -> breaches.isEmpty()
                                ? variants.keep(configuration.variants())
                                        .chain(() -> chronicle.keep(edited, Change.EDITED, editor, null))
                                        .chain(this::withSimilar)
                                        .map(Ruling::granted)
                                : refused(new Refusal.Broken(breaches)),
                        Drafting::refused);
    }

    private static List<Breach> breaches(Experiment experiment, String key, Configuration configuration) {
        return key.equals(experiment.identity().key())
                ? ConfigurationRules.breaches(key, configuration)
                : List.of(new Breach(
                        "/key", "The key is '" + experiment.identity().key() + "' and stays so"));
    }

    private static Uni<Ruling<Draft>> refused(Refusal refusal) {
        return Uni.createFrom().item(Ruling.refused(refusal));
    }

    private Uni<Draft> withSimilar(Experiment experiment) {
        return attempts.similarTo(experiment.identity().key(), experiment.configuration())
                .map(similar -> new Draft(experiment, similar));
    }
}
