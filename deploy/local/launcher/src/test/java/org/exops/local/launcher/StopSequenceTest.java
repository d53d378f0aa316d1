package org.exops.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSequenceTest {
    private final List<String> stopped = new ArrayList<>();
    private final StopSequence stops = new StopSequence();

    @Test
    void stops_in_the_reverse_order_and_only_once() {
        stops.remember(() -> stopped.add("first"));
        stops.remember(() -> stopped.add("second"));

        stops.close();
        stops.close();

        assertThat(stopped).containsExactly("second", "first");
    }

    @Test
    void stops_the_rest_when_one_part_fails_to_stop() {
        stops.remember(() -> stopped.add("first"));
        stops.remember(() -> {
            throw new IllegalStateException("stuck");
        });

        assertThatThrownBy(stops::close).hasSuppressedException(new IllegalStateException("stuck"));
        assertThat(stopped).containsExactly("first");
    }

    @Test
    void stops_at_once_what_starts_after_the_end() {
        stops.close();

        assertThatThrownBy(() -> stops.remember(() -> stopped.add("late"))).isInstanceOf(StartFailure.class);
        assertThat(stopped).containsExactly("late");
    }
}
