package org.exops.registry.variant.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.exops.kit.json.EventJson;
import org.exops.kit.transaction.Sql;
import org.exops.registry.transaction.SessionSql;
import org.exops.registry.variant.Variants;
import org.exops.registry.variant.model.Variant;
import org.exops.registry.variant.model.VariantContent;

/** Variants in PostgreSQL. */
@ApplicationScoped
class PgVariants implements Variants, PanacheRepositoryBase<VariantRow, String> {
    private static final String KEEP = """
            insert into variant (digest, content) values ($1, cast(cast($2 as text) as jsonb))
            on conflict do nothing""";

    private final Sql sql = new SessionSql();

    @Override
    public Uni<Void> keep(List<Variant> variants) {
        // In one order for everybody: two who keep the same variants crosswise would wait for each other.
        List<Variant> ordered =
                variants.stream().sorted(Comparator.comparing(Variant::digest)).toList();
        return Multi.createFrom()
                .iterable(ordered)
                .onItem()
                .transformToUniAndConcatenate(
                        variant -> sql.execute(KEEP, variant.digest(), EventJson.text(variant.content())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<VariantContent>> find(String digest) {
        return findById(digest)
                .map(row -> Optional.ofNullable(row).map(found -> EventJson.read(found.content, VariantContent.class)));
    }
}
