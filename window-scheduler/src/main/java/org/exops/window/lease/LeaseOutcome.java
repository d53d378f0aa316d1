package org.exops.window.lease;

import org.exops.window.lease.model.ApprovalRule;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.Standing;

/** What became of somebody's wish. */
public sealed interface LeaseOutcome {

    <T> T fold(Cases<T> cases);

    /** The admission as it stands now. */
    record Stands(Standing standing) implements LeaseOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.stands(standing);
        }
    }

    /** The registry has not told of such an experiment (yet). */
    record UnknownExperiment(String reference) implements LeaseOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknownExperiment(reference);
        }
    }

    /** The experiment has never asked for an admission. */
    record NeverAsked(String experiment) implements LeaseOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.neverAsked(experiment);
        }
    }

    /** The approver's word does not count here. */
    record NotApproved(Experiment experiment, ApprovalRule rule) implements LeaseOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notApproved(experiment, rule);
        }
    }

    /** One answer per case. */
    interface Cases<T> {
        T stands(Standing standing);

        T unknownExperiment(String reference);

        T neverAsked(String experiment);

        T notApproved(Experiment experiment, ApprovalRule rule);
    }
}
