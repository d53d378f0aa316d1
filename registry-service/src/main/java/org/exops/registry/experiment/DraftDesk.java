package org.exops.registry.experiment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.exops.kit.clock.TimeOrderedIds;
import org.exops.kit.concurrency.IfMatch;
import org.exops.kit.security.Caller;
import org.exops.registry.experiment.model.Breach;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.ConfigurationRules;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.Identity;
import org.exops.registry.experiment.model.Refusal;
import org.exops.registry.experiment.model.Ruling;

/** Creates drafts and changes them. */
@ApplicationScoped
public class DraftDesk {
    private final Experiments experiments;
    private final Drafting drafting;
    private final TimeOrderedIds ids;
    private final Clock clock;

    DraftDesk(Experiments experiments, Drafting drafting, TimeOrderedIds ids, Clock clock) {
        this.experiments = experiments;
        this.drafting = drafting;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Ruling<Draft>> create(Caller caller, String key, Configuration configuration) {
        List<Breach> breaches = ConfigurationRules.breaches(key, configuration);
        if (!breaches.isEmpty()) {
            return Uni.createFrom().item(Ruling.refused(new Refusal.Broken(breaches)));
        }
        Identity identity = new Identity(ids.next(), key, caller.ownTeam());
        // Recovered out here: inside, the transaction is aborted already.
        return insert(caller, identity, configuration)
                .map(Ruling::granted)
                .onFailure(KeyTakenException.class)
                .recoverWithItem(() -> Ruling.refused(new Refusal.KeyTaken(key)));
    }

    @WithTransaction
    Uni<Draft> insert(Caller caller, Identity identity, Configuration configuration) {
        return drafting.begin(caller.subject(), identity, configuration, clock.instant());
    }

    @WithTransaction
    public Uni<Ruling<Draft>> edit(
            Caller caller, String reference, IfMatch precondition, String key, Configuration configuration) {
        return experiments
                .findLocked(reference)
                .chain(found -> found.map(experiment -> edit(caller, experiment, precondition, key, configuration))
                        .orElseGet(() -> Uni.createFrom().item(Ruling.refused(new Refusal.Unknown(reference)))));
    }

    private Uni<Ruling<Draft>> edit(
            Caller caller, Experiment experiment, IfMatch precondition, String key, Configuration configuration) {
        caller.requireTeam(experiment.identity().team());
        precondition.require(experiment.edition().revision());
        return drafting.change(caller.subject(), experiment, key, configuration, clock.instant());
    }
}
