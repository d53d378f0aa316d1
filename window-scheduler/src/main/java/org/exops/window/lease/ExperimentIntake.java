package org.exops.window.lease;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.exops.kit.transaction.Transactions;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.SurfaceTree;

/** Takes in what the registry tells of an experiment, and draws the consequences at once. */
@ApplicationScoped
public class ExperimentIntake {
    private final Transactions transactions;
    private final Experiments experiments;
    private final TreeKeeper trees;

    ExperimentIntake(Transactions transactions, Experiments experiments, TreeKeeper trees) {
        this.transactions = transactions;
        this.experiments = experiments;
        this.trees = trees;
    }

    /** Keeps the highest revision; an end releases, a raised tier suspends, and who waits behind is granted. */
    public Uni<Void> learn(Experiment experiment, long revision) {
        return transactions.inTransaction(connection -> trees.open(connection, experiment.surface(), experiment.id())
                .chain(tree -> experiments
                        .learn(connection, experiment, revision)
                        .chain(isNew -> isNew
                                ? settle(connection, tree, experiment)
                                : Uni.createFrom().voidItem())));
    }

    private Uni<Void> settle(SqlConnection connection, SurfaceTree tree, Experiment experiment) {
        return trees.close(connection, tree, tree.learn(experiment)).replaceWithVoid();
    }
}
