package org.exops.registry.variant;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.variant.model.VariantContent;

/** Every exact configuration that was ever named, by digest; none is changed or forgotten. */
public interface Variants {

    /** In the caller's transaction. */
    Uni<Void> keep(List<Variant> variants);

    Uni<Optional<VariantContent>> find(String digest);
}
