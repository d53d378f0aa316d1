package org.exops.registry.verdict;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.exops.registry.verdict.model.Verdict;

/** The newest verdict of every experiment. */
public interface Verdicts {

    /** Keeps the verdict unless a newer one is known. */
    Uni<Void> keep(Verdict verdict);

    Uni<Optional<Verdict>> newest(UUID experiment);

    /** The same, and no newer one is kept before the caller's transaction ends. */
    Uni<Optional<Verdict>> newestHeld(UUID experiment);
}
