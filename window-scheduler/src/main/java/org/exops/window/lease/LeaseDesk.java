package org.exops.window.lease;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
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
    private final Lookout lookout;

    LeaseDesk(Transactions transactions, Experiments experiments, TreeKeeper trees, Lookout lookout) {
        this.transactions = transactions;
        this.experiments = experiments;
        this.trees = trees;
        this.lookout = lookout;
    }

    /** Grants, queues or denies; an admission that stands already is answered as it is. Fails with 403 for another team's. */
    public Uni<LeaseOutcome> request(String reference, Caller caller) {
        return decide(reference, (connection, experiment, tree) -> {
            caller.requireTeam(experiment.team());
            return keep(connection, experiment, tree, tree.request(experiment, caller.subject()));
        });
    }

    /** Gives the slot or the place in the queue back; what has ended before stays as it is. */
    public Uni<LeaseOutcome> release(String reference, Caller caller) {
        return decide(reference, (connection, experiment, tree) -> {
            caller.requireTeam(experiment.team());
            return keep(connection, experiment, tree, tree.release(experiment.id(), caller.subject()));
        });
    }

    /** Adds the caller's approval, under four eyes. */
    public Uni<LeaseOutcome> approve(String reference, Caller caller) {
        return decide(reference, (connection, experiment, tree) -> approve(connection, experiment, tree, caller));
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
            case COUNTS, ALREADY -> lookout.outcome(experiment, settled.tree(), () -> settled);
            case OWN, OTHER_TEAM, NOT_NEEDED -> Uni.createFrom().item(new LeaseOutcome.NotApproved(experiment, rule));
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
                            return decide(connection, found, decision);
                        }))
                .chain(Answer::outcome);
    }

    // Found again behind the lock, under which alone it is learnt: it may have ended, or become riskier, while this
    // waited
    // there. The tree of a known experiment exists, so the lock is one statement and the second look comes after it.
    private Uni<Answer> decide(SqlConnection connection, Experiment found, Decision decision) {
        return Uni.combine()
                .all()
                .unis(
                        trees.open(connection, found.surface(), found.id()),
                        experiments.find(connection, found.id().toString()))
                .asTuple()
                .chain(read -> decision.on(connection, Objects.requireNonNull(read.getItem2()), read.getItem1()));
    }

    private Uni<Answer> keep(SqlConnection connection, Experiment experiment, SurfaceTree opened, SurfaceTree changed) {
        return trees.close(connection, opened, changed)
                .<Answer>map(settled -> () -> lookout.outcome(experiment, settled.tree(), () -> settled));
    }

    private static Uni<Answer> answer(LeaseOutcome outcome) {
        Answer known = () -> Uni.createFrom().item(outcome);
        return Uni.createFrom().item(known);
    }

    @FunctionalInterface
    private interface Answer {
        Uni<LeaseOutcome> outcome();
    }

    @FunctionalInterface
    private interface Decision {
        Uni<Answer> on(SqlConnection connection, Experiment experiment, SurfaceTree tree);
    }
}
