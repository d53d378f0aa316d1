package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.verdict.model.Verdict;

/** Keeps what a concluded experiment taught, in the transaction that concludes it. */
public interface Conclusions {

    Uni<Void> keep(Experiment concluded, Verdict verdict);
}
