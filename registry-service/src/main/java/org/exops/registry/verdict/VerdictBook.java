package org.exops.registry.verdict;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.exops.registry.verdict.model.Verdict;

/** Learns what scoring computes. */
@ApplicationScoped
public class VerdictBook {
    private final Verdicts verdicts;

    VerdictBook(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @WithTransaction
    public Uni<Void> learn(Verdict verdict) {
        return verdicts.keep(verdict);
    }
}
