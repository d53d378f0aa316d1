package org.exops.registry.experiment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.exops.registry.experiment.model.Admission;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Experiment;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Follows the scheduler: an experiment stands where its admission stands. */
@ApplicationScoped
public class AdmissionDesk {
    private static final Logger LOG = Logger.getLogger(AdmissionDesk.class);
    private static final String SCHEDULER = "window-scheduler";

    private final Experiments experiments;
    private final Admissions admissions;
    private final Chronicle chronicle;
    private final Clock clock;

    AdmissionDesk(Experiments experiments, Admissions admissions, Chronicle chronicle, Clock clock) {
        this.experiments = experiments;
        this.admissions = admissions;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<Void> follow(UUID id, Admission admission) {
        return experiments
                .findLocked(id)
                .chain(found ->
                        found.map(experiment -> follow(experiment, admission)).orElseGet(() -> unknown(id)));
    }

    private Uni<Void> follow(Experiment experiment, Admission admission) {
        return admissions
                .newest(experiment.identity().id())
                .chain(known -> admission.isStaleAfter(known.orElse(null))
                        ? Uni.createFrom().voidItem()
                        : record(experiment, admission, known.orElse(null)));
    }

    private Uni<Void> record(Experiment experiment, Admission admission, @Nullable Admission known) {
        Experiment after = experiment.after(admission.after(known), clock.instant());
        return admissions
                .add(experiment.identity().id(), admission)
                .chain(() -> after == experiment
                        ? chronicle.note(experiment, clock.instant(), SCHEDULER, admission.summary())
                        : chronicle
                                .keep(after, Change.STATUS_CHANGED, SCHEDULER, admission.summary())
                                .replaceWithVoid());
    }

    // A scheduler with another memory than ours, after a database was restored: nothing to move.
    private static Uni<Void> unknown(UUID id) {
        LOG.warnf("An admission of the unknown experiment %s is ignored", id);
        return Uni.createFrom().voidItem();
    }
}
