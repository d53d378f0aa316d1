package org.exops.events.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTest {
    @Test
    void every_event_has_a_topic_and_a_place_for_what_could_not_be_handled() {
        List<String> names = Topic.ALL.stream().map(Topic::name).toList();
        for (EventType<?> type : EventTypes.ALL) {
            assertThat(names).contains(type.topic(), type.deadLetterTopic());
        }
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void snapshots_are_compacted_and_facts_expire() {
        for (EventType<?> type : EventTypes.ALL) {
            boolean snapshot = StateSnapshot.class.isAssignableFrom(type.payload());
            assertThat(topic(type.topic()).compacted()).as(type.type()).isEqualTo(snapshot);
        }
        assertThat(topic("exops.evidence-raw.v1").retention()).isEqualTo(Duration.ofDays(7));
        assertThat(topic("exops.evidence-raw.v1.dlq").retention()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void types_are_unique() {
        assertThat(new HashSet<>(EventTypes.ALL.stream().map(EventType::type).toList()))
                .hasSize(EventTypes.ALL.size());
    }

    private static Topic topic(String name) {
        return Topic.ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
