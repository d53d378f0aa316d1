package org.exops.scoring.decision.model;

import java.util.Optional;

/** One thing that must hold for a rollout; what is unknown does not hold. */
interface ProofCondition {
    /** Why it does not hold. */
    Optional<Reason> unmet(Trial trial);
}
