package org.exops.registry.verdict.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.exops.kit.json.EventJson;
import org.exops.kit.transaction.Sql;
import org.exops.registry.transaction.SessionSql;
import org.exops.registry.verdict.Verdicts;
import org.exops.registry.verdict.model.Verdict;

/** Verdicts in PostgreSQL. */
@ApplicationScoped
class PgVerdicts implements Verdicts, PanacheRepositoryBase<VerdictRow, UUID> {
    private static final String KEEP = """
            insert into verdict as known (experiment_id, revision, document)
            values ($1, $2, cast(cast($3 as text) as jsonb))
            on conflict (experiment_id) do update set revision = excluded.revision, document = excluded.document
            where excluded.revision > known.revision""";

    private final Sql sql = new SessionSql();

    @Override
    public Uni<Void> keep(Verdict verdict) {
        return sql.execute(KEEP, verdict.experimentId(), verdict.revision(), EventJson.text(verdict))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Verdict>> newest(UUID experiment) {
        return findById(experiment).map(row -> Optional.ofNullable(row).map(VerdictRow::verdict));
    }

    @Override
    public Uni<Optional<Verdict>> newestHeld(UUID experiment) {
        return find("experimentId", experiment)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(VerdictRow::verdict));
    }
}
