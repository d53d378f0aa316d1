package org.exops.registry.experiment.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import org.exops.kit.testing.Databases;
import org.exops.registry.CanIgnoreReturnValue;
import org.junit.jupiter.api.Test;

/** What the database holds by itself, whatever the application believes. */
class ProtectionTest {
    private static final String INSERT = """
            insert into experiment (id, key, team, revision, status, truncated, surface, target, creator, last_editor,
                registrar, decision_owner, decided_by, decided_verdict, overridden, document, created_at, changed_at)
            values ($1, $1::text, 'support', 1, 'CONCLUDED', false, 's', 'PROMPT', 'carol', 'erin', 'dave', 'alice', $2,
                $1, $3, '{}', now(), now())""";

    @Test
    void nobody_overrides_in_their_own_cause() {
        try (Databases database = Databases.fresh()) {
            for (String own : new String[] {"carol", "erin", "dave", "alice"}) {
                assertThatThrownBy(() -> insert(database, own, true)).hasMessageContaining("four_eyes");
                insert(database, own, false);
            }
            insert(database, "paula", true);
        }
    }

    @Test
    void history_is_never_altered() {
        try (Databases database = Databases.fresh()) {
            // Given
            UUID experiment = insert(database, "alice", false);
            database.pool()
                    .preparedQuery(
                            "insert into experiment_history (id, experiment_id, revision, at, actor, change, status)"
                                    + " values ($1, $1, 1, now(), 'alice', 'CREATED', 'DRAFT')")
                    .executeAndAwait(Tuple.of(experiment));
            // When, Then
            for (String change :
                    new String[] {"update experiment_history set actor = 'bob'", "delete from experiment_history"}) {
                assertThatThrownBy(() -> database.pool().query(change).executeAndAwait())
                        .hasMessageContaining("append-only");
            }
        }
    }

    @CanIgnoreReturnValue
    private static UUID insert(Databases database, String decidedBy, boolean overridden) {
        UUID id = UUID.randomUUID();
        database.pool().preparedQuery(INSERT).executeAndAwait(Tuple.of(id, decidedBy, overridden));
        return id;
    }
}
