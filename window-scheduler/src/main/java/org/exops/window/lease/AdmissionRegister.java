package org.exops.window.lease;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exops.kit.transaction.Transactions;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.AdmissionStatus;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.Standing;
import org.exops.window.lease.model.SurfaceTree;

/** Where admissions are read, with the place, the reasons and the forecast of those who wait. */
@ApplicationScoped
public class AdmissionRegister {
    private final Transactions transactions;
    private final Experiments experiments;
    private final Admissions admissions;
    private final Lookout lookout;

    AdmissionRegister(Transactions transactions, Experiments experiments, Admissions admissions, Lookout lookout) {
        this.transactions = transactions;
        this.experiments = experiments;
        this.admissions = admissions;
        this.lookout = lookout;
    }

    /** The admission of an experiment, by key or id. */
    public Uni<LeaseOutcome> find(String reference) {
        return transactions
                .inTransaction(connection -> experiments
                        .find(connection, reference)
                        .chain(found -> found == null
                                ? Uni.createFrom().<Found>nullItem()
                                : admissions
                                        .tree(connection, found.surface().root(), found.id())
                                        .map(tree -> new Found(found, tree))))
                .chain(found -> found == null
                        ? Uni.createFrom().item(new LeaseOutcome.UnknownExperiment(reference))
                        // What would be granted now is not granted yet.
                        : lookout.outcome(found.experiment(), found.tree(), found.tree()::settle));
    }

    /** Admissions by experiment id. */
    public Uni<List<Standing>> page(Admissions.Filter filter) {
        return transactions
                .inTransaction(connection -> admissions
                        .page(connection, filter)
                        .chain(page -> trees(connection, page).map(trees -> new Listed(page, trees))))
                .chain(listed -> lookout.standings(listed.page(), listed.trees()));
    }

    // Only who waits needs the tree around it.
    private Uni<Map<String, SurfaceTree>> trees(SqlConnection connection, List<Admission> page) {
        Map<String, Admission> oneOfEach = page.stream()
                .filter(admission -> admission.status() == AdmissionStatus.QUEUED)
                .collect(Collectors.toMap(AdmissionRegister::root, Function.identity(), (one, other) -> one));
        return Multi.createFrom()
                .iterable(oneOfEach.entrySet())
                .onItem()
                .transformToUniAndConcatenate(one -> admissions
                        .tree(connection, one.getKey(), one.getValue().id())
                        .map(tree -> Map.entry(one.getKey(), tree)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static String root(Admission admission) {
        return admission.experiment().surface().root();
    }

    private record Found(Experiment experiment, SurfaceTree tree) {}

    private record Listed(List<Admission> page, Map<String, SurfaceTree> trees) {}
}
