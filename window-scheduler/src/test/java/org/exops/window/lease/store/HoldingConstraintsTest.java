package org.exops.window.lease.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import org.exops.kit.testing.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database refuses by itself, whoever asks. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class HoldingConstraintsTest {
    @Inject
    Pool pool;

    private final String root = "r" + UUID.randomUUID();

    @BeforeEach
    void twoSurfaces() {
        run("insert into surface_tree values ('%s')".formatted(root));
        run("insert into surface (path, root) values ('%1$s', '%1$s'), ('%1$s/a', '%1$s')".formatted(root));
    }

    @Test
    void two_leases_never_share_a_slot_at_one_time() {
        hold(experiment(root, "{}", false), root, 1, 1, "2026-01-01", "2026-01-03");
        hold(experiment(root, "{}", false), root, 1, 2, "2026-01-03", "2026-01-04");

        assertThatThrownBy(() -> hold(experiment(root, "{}", false), root, 1, 3, "2026-01-02", "2026-01-03"))
                .hasMessageContaining("one_holder_per_slot");
    }

    @Test
    void two_high_risk_leases_never_share_a_high_risk_slot() {
        holdHighRisk(experiment(root, "{}", false), 1, 1);

        assertThatThrownBy(() -> holdHighRisk(experiment(root, "{}", false), 2, 2))
                .hasMessageContaining("one_holder_per_high_risk_slot");
    }

    @Test
    void an_experiment_never_holds_two_slots() {
        UUID experiment = experiment(root, "{}", false);
        hold(experiment, root, 1, 1, "2026-01-01", "2026-01-03");

        assertThatThrownBy(() -> hold(experiment, root, 2, 2, "2026-01-02", "2026-01-04"))
                .hasMessageContaining("one_slot_per_experiment");
    }

    @Test
    void a_token_is_never_given_twice_nor_out_of_order() {
        UUID experiment = experiment(root, "{}", false);
        hold(experiment, root, 1, 5, "2026-01-01", "2026-01-03");

        assertThatThrownBy(() -> hold(experiment, root, 1, 4, "2026-01-03", "2026-01-04"))
                .hasMessageContaining("not newer");
        assertThatThrownBy(() -> hold(experiment(root, "{}", false), root, 2, 5, "2026-01-03", "2026-01-04"))
                .hasMessageContaining("one_lease_per_token");
        assertThatThrownBy(() -> run("update surface set last_token = -1 where path = '%s'".formatted(root)))
                .hasMessageContaining("never shrink");
    }

    @Test
    void relatives_never_overlap_unless_both_allow_it_or_their_populations_are_disjoint() {
        hold(experiment(root, "{\"language\": [\"de\"]}", true), root, 1, 1, "2026-01-01", "2026-01-03");
        String below = root + "/a";

        assertThatThrownBy(() -> hold(
                        experiment(below, "{\"language\": [\"de\", \"en\"]}", false),
                        below,
                        1,
                        1,
                        "2026-01-02",
                        "2026-01-04"))
                .hasMessageContaining("would overlap");
        hold(experiment(below, "{\"language\": [\"en\"]}", false), below, 1, 1, "2026-01-02", "2026-01-04");
        hold(experiment(below, "{}", true), below, 2, 2, "2026-01-02", "2026-01-04");
    }

    @Test
    void nobody_approves_an_own_experiment_by_another_path() {
        UUID experiment = experiment(root, "{}", false);
        run("""
                insert into admission (experiment_id, surface, revision, status, requested_by, requested_at, reasons, changed_at)
                values ('%s', '%s', 1, 'QUEUED', 'rita', now(), '[]', now())""".formatted(experiment, root));

        assertThatThrownBy(() -> approve(experiment, "alice")).hasMessageContaining("may not approve");
        assertThatThrownBy(() -> approve(experiment, "rita")).hasMessageContaining("may not approve");
        approve(experiment, "carol");
    }

    @Test
    void the_model_and_the_database_agree_on_what_is_disjoint() {
        assertThat(truth("populations_disjoint('{\"a\": [\"1\"]}', '{\"a\": [\"2\"]}')"))
                .isTrue();
        assertThat(truth("populations_disjoint('{\"a\": [\"1\", \"2\"]}', '{\"a\": [\"2\"]}')"))
                .isFalse();
        assertThat(truth("populations_disjoint('{\"a\": [\"1\"]}', '{\"b\": [\"2\"]}')"))
                .isFalse();
        assertThat(truth("populations_disjoint('{\"a\": []}', '{\"a\": [\"2\"]}')"))
                .isFalse();
        assertThat(truth("populations_disjoint('{}', '{}')")).isFalse();
    }

    private UUID experiment(String surface, String population, boolean overlapAllowed) {
        UUID id = UUID.randomUUID();
        run("""
                insert into experiment values ('%1$s', '%1$s', 'support', 1, '%2$s', 'LOW', 'NORMAL', %3$s, '%4$s',
                    '2027-01-01', '{alice}', null)""".formatted(id, surface, overlapAllowed, population));
        return id;
    }

    private void hold(UUID experiment, String surface, int slot, long token, String from, String until) {
        run("""
                insert into holding (experiment_id, surface, slot, fencing_token, held_from, held_until)
                values ('%s', '%s', %d, %d, '%s', '%s')""".formatted(experiment, surface, slot, token, from, until));
    }

    private void holdHighRisk(UUID experiment, int slot, long token) {
        run("""
                insert into holding (experiment_id, surface, slot, high_risk_slot, fencing_token, held_from, held_until)
                values ('%s', '%s', %d, 1, %d, '2026-01-01', '2026-01-02')""".formatted(experiment, root, slot, token));
    }

    private void approve(UUID experiment, String by) {
        run("insert into admission_approval values ('%s', '%s', null, now())".formatted(experiment, by));
    }

    private boolean truth(String expression) {
        return pool.query("select " + expression)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getBoolean(0);
    }

    private void run(String statement) {
        var unused = pool.query(statement).execute().await().indefinitely();
    }
}
