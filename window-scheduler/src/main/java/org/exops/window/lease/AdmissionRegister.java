package org.exops.window.lease;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exops.kit.transaction.Transactions;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.Outlook;
import org.exops.window.lease.model.Standing;
import org.exops.window.lease.model.SurfaceTree;

/** Where admissions are read, with the place, the reasons and the forecast of those who wait. */
@ApplicationScoped
public class AdmissionRegister {
    private final Transactions transactions;
    private final Experiments experiments;
    private final Admissions admissions;

    AdmissionRegister(Transactions transactions, Experiments experiments, Admissions admissions) {
        this.transactions = transactions;
        this.experiments = experiments;
        this.admissions = admissions;
    }

    /** The admission of an experiment, by key or id. */
    public Uni<LeaseOutcome> find(String reference) {
        return transactions.inTransaction(connection -> experiments
                .find(connection, reference)
                .chain(found -> found == null
                        ? Uni.createFrom().item(new LeaseOutcome.UnknownExperiment(reference))
                        : find(connection, found)));
    }

    /** Admissions by experiment id. */
    public Uni<List<Standing>> page(Admissions.Filter filter) {
        return transactions.inTransaction(connection -> admissions
                .page(connection, filter)
                .chain(page -> outlooks(connection, page)
                        .map(trees -> page.stream()
                                .map(admission -> standing(admission, trees))
                                .toList())));
    }

    private Uni<LeaseOutcome> find(SqlConnection connection, Experiment experiment) {
        return admissions
                .tree(connection, experiment.surface().root(), experiment.id())
                .map(tree -> shown(experiment, tree));
    }

    // What would be granted now is not granted yet: the settled tree tells only what one that waits may expect.
    private static LeaseOutcome shown(Experiment experiment, SurfaceTree tree) {
        Admission stored = tree.admission(experiment.id());
        return stored == null
                ? new LeaseOutcome.NeverAsked(experiment.key())
                : new LeaseOutcome.Stands(Outlook.standing(tree.settle(), stored));
    }

    // Only who waits needs the tree around it.
    private Uni<Map<String, Outlook>> outlooks(SqlConnection connection, List<Admission> page) {
        Map<String, Admission> oneOfEach = page.stream()
                .filter(admission -> admission.status() == AdmissionStatus.QUEUED)
                .collect(Collectors.toMap(AdmissionRegister::root, Function.identity(), (one, other) -> one));
        return Multi.createFrom()
                .iterable(oneOfEach.values())
                .onItem()
                .transformToUniAndConcatenate(admission -> admissions.tree(connection, root(admission), admission.id()))
                .collect()
                .in(
                        HashMap<String, Outlook>::new,
                        (trees, tree) -> tree.surfaces().keySet().stream()
                                .findFirst()
                                .ifPresent(path -> trees.put(path.root(), Outlook.of(tree.settle()))))
                .map(trees -> trees);
    }

    private static Standing standing(Admission admission, Map<String, Outlook> trees) {
        return admission.status() == AdmissionStatus.QUEUED
                ? Objects.requireNonNull(trees.get(root(admission))).of(admission)
                : Standing.settled(admission);
    }

    private static String root(Admission admission) {
        return admission.experiment().surface().root();
    }
}
