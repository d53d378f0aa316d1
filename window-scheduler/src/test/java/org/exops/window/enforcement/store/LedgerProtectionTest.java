package org.exops.window.enforcement.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.exops.kit.testing.TestServers;
import org.exops.window.enforcement.Enforcements;
import org.exops.window.enforcement.model.Enforcement;
import org.exops.window.enforcement.model.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LedgerProtectionTest {
    @Inject
    Enforcements ledger;

    @Inject
    Pool pool;

    private final String root = "ledger-" + UUID.randomUUID();
    private final String surface = root + "/agent";
    private long before;

    @BeforeEach
    void threeEntries() {
        run("insert into surface_tree values ('%s')".formatted(root));
        run("insert into surface (path, root) values ('%1$s', '%1$s'), ('%1$s/agent', '%1$s')".formatted(root));
        before = Objects.requireNonNull(query("select coalesce(max(id), 0) from enforcements"));
        for (int n = 1; n <= 3; n++) {
            append(surface, n);
        }
        append(root, 1);
    }

    @Test
    void every_surface_has_its_own_chain() {
        var entries = inTransaction(connection -> ledger.page(connection, null, before, 10));

        assertThat(entries).extracting(LedgerEntry::position).containsExactly(1L, 2L, 3L, 1L);
        assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
        assertThat(entries.get(3).previousHash()).isEmpty();
        assertThat(entries.get(2).enforcement().facts()).containsEntry("maxConcurrent", 3);
        assertThat(firstBreak()).isNull();
    }

    @Test
    void is_read_page_by_page() {
        var first = inTransaction(connection -> ledger.page(connection, null, before, 2));
        var next = inTransaction(
                connection -> ledger.page(connection, null, first.get(1).id(), 2));

        assertThat(next).extracting(LedgerEntry::position).containsExactly(3L, 1L);
        var ofNobody = inTransaction(
                connection -> ledger.page(connection, UUID.randomUUID().toString(), 0, 10));
        assertThat(ofNobody).isEmpty();
    }

    @Test
    void refuses_to_be_rewritten() {
        assertThatThrownBy(() -> run("update enforcements set kind = 'RELEASED'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("delete from enforcements")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("truncate enforcements")).hasMessageContaining("append-only");
    }

    @Test
    void shows_where_somebody_with_power_over_the_database_changed_a_fact() {
        unprotected("update enforcements set facts = '{\"maxConcurrent\": 9}' where surface = '%s' and position = 2");

        assertThat(firstBreak()).isEqualTo(2);
    }

    @Test
    void shows_a_hash_that_was_made_to_fit_its_own_entry() {
        unprotected("""
                update enforcements e set facts = '{}' where surface = '%1$s' and position = 2;
                update enforcements e set hash = enforcement_hash(e) where surface = '%1$s' and position = 2""");

        assertThat(firstBreak()).isEqualTo(3);
    }

    @Test
    void shows_an_entry_that_was_taken_out_and_an_end_that_was_cut_off() {
        unprotected("delete from enforcements where surface = '%s' and position = 3");
        assertThat(firstBreak()).isEqualTo(3);

        unprotected("delete from enforcements where surface = '%s' and position = 1");
        assertThat(firstBreak()).isEqualTo(2);
    }

    private void append(String path, int maxConcurrent) {
        inTransaction(connection -> ledger.append(
                        connection,
                        Enforcement.ofSurface(path, Enforcement.Kind.LIMIT_SET, Map.of("maxConcurrent", maxConcurrent)))
                .replaceWith(true));
    }

    @CanIgnoreReturnValue
    private <T> T inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).await().indefinitely();
    }

    private void unprotected(String statement) {
        run("alter table enforcements disable trigger append_only");
        run(statement.formatted(surface));
        run("alter table enforcements enable trigger append_only");
    }

    private @Nullable Long firstBreak() {
        return query("select enforcement_chain_break('%s')".formatted(surface));
    }

    private @Nullable Long query(String statement) {
        return pool.query(statement)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private void run(String statement) {
        var unused = pool.query(statement).execute().await().indefinitely();
    }
}
