package org.exops.registry.strategy;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.exops.registry.strategy.model.Strategy;

/** The newest version of every strategy that was heard of. */
public interface Strategies {

    /** Keeps the version unless a newer one is known. */
    Uni<Void> keep(Strategy strategy);

    Uni<Optional<Strategy>> find(String name);

    /** Those of the names that are known. */
    Uni<List<String>> known(List<String> names);
}
