package org.exops.registry.variant;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.exops.registry.variant.model.VariantContent;

/** Answers what a digest stands for. */
@ApplicationScoped
public class VariantShelf {
    private final Variants variants;

    VariantShelf(Variants variants) {
        this.variants = variants;
    }

    @WithSession
    public Uni<Optional<VariantContent>> find(String digest) {
        return variants.find(digest);
    }
}
