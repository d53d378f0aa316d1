package org.exops.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.StrategyChange;
import org.exops.events.v1.StrategySnapshot;
import org.junit.jupiter.api.Test;

class SharedServersUseTest {
    @Test
    void the_servers_are_the_same_for_everybody_in_this_build() {
        assertThat(RunningServers.ofThisBuild()).isEqualTo(RunningServers.ofThisBuild());
    }

    @Test
    void a_fresh_database_is_migrated_and_shares_nothing_with_another() {
        try (Databases one = Databases.fresh();
                Databases other = Databases.fresh()) {
            one.pool()
                    .query("create table mine as select 1 as value")
                    .execute()
                    .await()
                    .indefinitely();

            assertThat(tables(one)).contains("outbox", "inbox", "mine");
            assertThat(tables(other)).contains("outbox", "inbox").doesNotContain("mine");
        }
    }

    @Test
    void an_event_reaches_a_reader_from_the_beginning_and_one_from_now() {
        String before = "before-" + UUID.randomUUID();
        String after = "after-" + UUID.randomUUID();
        UUID id = UUID.randomUUID();
        Events.publish(EventTypes.STRATEGY, before, strategy(before), id);
        try (TopicReader fromNow = Events.readFromNow(EventTypes.STRATEGY.topic());
                TopicReader fromBeginning = Events.read(EventTypes.STRATEGY.topic())) {
            Events.publish(EventTypes.STRATEGY, after, strategy(after));

            assertThat(fromBeginning.await(EventTypes.STRATEGY, it -> it.name().equals(before)))
                    .isEqualTo(strategy(before));
            assertThat(TopicReader.header(fromBeginning.awaitRecord(it -> before.equals(it.key())), "ce_id"))
                    .isEqualTo(id.toString());
            assertThat(fromNow.await(EventTypes.STRATEGY, it -> it.name().equals(after)))
                    .isEqualTo(strategy(after));
            assertThat(fromNow.payloads(EventTypes.STRATEGY, before)).isEmpty();
        }
    }

    @Test
    void a_record_may_be_as_bad_as_a_test_needs() {
        String key = UUID.randomUUID().toString();
        try (TopicReader reader = Events.readFromNow(EventTypes.STRATEGY.topic())) {
            Events.publish(EventTypes.STRATEGY.topic(), key, Map.of(), new byte[] {1, 2});

            assertThat(reader.awaitRecord(it -> key.equals(it.key())).value()).containsExactly(1, 2);
        }
    }

    private static List<String> tables(Databases database) {
        return database
                .pool()
                .query("select table_name from information_schema.tables where table_schema = 'public'")
                .mapping((Row row) -> row.getString(0))
                .execute()
                .await()
                .indefinitely()
                .stream()
                .toList();
    }

    private static StrategySnapshot strategy(String name) {
        return new StrategySnapshot(
                name, 1, StrategyChange.PUBLISHED, Instant.parse("2026-11-01T00:00:00Z"), 0.5, 1, 0.5);
    }
}
