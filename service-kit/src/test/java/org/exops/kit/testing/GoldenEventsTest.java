package org.exops.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exops.events.v1.EventType;
import org.exops.events.v1.EventTypes;
import org.exops.events.v1.Golden;
import org.exops.kit.json.EventJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the services write and read is what the contracts promise. */
class GoldenEventsTest {
    static List<EventType<?>> types() {
        return EventTypes.ALL;
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_kit_writes_and_reads_every_golden_event(EventType<?> type) {
        String golden = Golden.json(type);

        Object read = EventJson.read(golden, type.payload());

        assertThat(read).isEqualTo(Golden.of(type));
        assertThat(EventJson.text(read)).isEqualTo(onOneLine(golden));
    }

    /** The laid-out form has its line feeds and spaces between values only: no text in it starts or ends with one. */
    private static String onOneLine(String json) {
        return json.lines()
                .map(String::strip)
                .map(line -> line.replaceFirst("^(\"[^\"]+\"): ", "$1:"))
                .reduce("", String::concat);
    }
}
