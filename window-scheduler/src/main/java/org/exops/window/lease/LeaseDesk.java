package org.exops.window.lease;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.exops.kit.security.Caller;
import org.exops.kit.transaction.Transactions;
import org.exops.window.lease.model.Admission;
import org.exops.window.lease.model.Approval;
import org.exops.window.lease.model.ApprovalRule;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.SurfaceTree;

/** Where experiments ask to run, are approved, and give their slot back; experiments are named by key or id. */
@ApplicationScoped
public class LeaseDesk {
    private final Transactions transactions;
    private final Experiments experiments;
    private final TreeKeeper trees;

    LeaseDesk(Transactions transactions, Experiments experiments, TreeKeeper trees) {
        this.transactions = transactions;
        this.experiments = experiments;
        this.trees = trees;
    }

    /** Grants, queues or denies; an admission that stands already is answered as it is. Fails with 403 for another team's. */
    public Uni<LeaseOutcome> request(String reference, Caller caller) {
        return decide(reference, (connection, experiment) -> {
            caller.requireTeam(experiment.team());
            return change(connection, experiment, tree -> tree.request(experiment, caller.subject()));
        });
    }

    /** Gives the slot or the place in the queue back; what has ended before stays as it is. */
    public Uni<LeaseOutcome> release(String reference, Caller caller) {
        return decide(reference, (connection, experiment) -> {
            caller.requireTeam(experiment.team());
            return change(connection, experiment, tree -> tree.release(experiment.id(), caller.subject()));
        });
    }

    /** Adds the caller's approval, under four eyes. */
    public Uni<LeaseOutcome> approve(String reference, Caller caller) {
        return decide(
                reference,
                (connection, experiment) -> trees.open(connection, experiment.surface(), experiment.id())
                        .chain(tree -> approve(connection, experiment, tree, caller)));
    }

    private Uni<Answer> approve(SqlConnection connection, Experiment experiment, SurfaceTree tree, Caller caller) {
        Admission admission = tree.admission(experiment.id());
        if (admission == null) {
            return answer(new LeaseOutcome.NeverAsked(experiment.key()));
        }
        Approval approval = new Approval(caller.subject(), caller.team(), tree.now());
        ApprovalRule rule = ApprovalRule.judge(admission, tree.surface(experiment.surface()), approval);
        SurfaceTree approved = rule == ApprovalRule.COUNTS ? tree.approve(experiment.id(), approval) : tree;
        return trees.close(connection, tree, approved).<Answer>map(settled -> () -> switch (rule) {
            case COUNTS, ALREADY -> LeaseOutcome.of(settled, experiment);
            case OWN, OTHER_TEAM, NOT_NEEDED -> new LeaseOutcome.NotApproved(experiment, rule);
        });
    }

    // What is told of the queue is worked out after the commit: nobody waits for a forecast at the lock.
    private Uni<LeaseOutcome> decide(String reference, Decision decision) {
        return transactions
                .inTransaction(connection -> experiments
                        .find(connection, reference)
                        .chain(found -> {
                            if (found == null) {
                                return answer(new LeaseOutcome.UnknownExperiment(reference));
                            }
                            return decision.on(connection, found);
                        }))
                .map(Answer::outcome);
    }

    private Uni<Answer> change(SqlConnection connection, Experiment experiment, UnaryOperator<SurfaceTree> wish) {
        return trees.open(connection, experiment.surface(), experiment.id())
                .chain(tree -> trees.close(connection, tree, wish.apply(tree)))
                .<Answer>map(settled -> () -> LeaseOutcome.of(settled, experiment));
    }

    private static Uni<Answer> answer(LeaseOutcome outcome) {
        Answer known = () -> outcome;
        return Uni.createFrom().item(known);
    }

    @FunctionalInterface
    private interface Answer {
        LeaseOutcome outcome();
    }

    @FunctionalInterface
    private interface Decision {
        Uni<Answer> on(SqlConnection connection, Experiment experiment);
    }
}
