package org.exops.ingest.aggregate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.events.v1.EvidenceSource;
import org.exops.ingest.aggregate.http.EvidenceView.MetricView;
import org.junit.jupiter.api.Test;

class SmallSegmentsTest {
    @Test
    void values_with_fewer_than_five_cases_are_one_other_with_the_moments_of_all_of_them() {
        // Given: {0, 1} and {1, 1, 0}, together mean 0.6 and M2 1.2
        var small = moments(Map.of("tenant", "small"), new EvidenceSnapshot.Moments(2, 0.5, 0.5));
        var smaller = moments(Map.of("tenant", "smaller"), new EvidenceSnapshot.Moments(3, 2.0 / 3, 2.0 / 3));
        var large = moments(Map.of("tenant", "large"), new EvidenceSnapshot.Moments(5, 1, 0));

        // When
        List<MetricView> folded = SmallSegments.fold(List.of(small, large, smaller));

        // Then
        assertThat(folded)
                .extracting(MetricView::segment)
                .containsExactly(Map.of("tenant", "other"), Map.of("tenant", "large"));
        MetricView other = folded.get(0);
        assertThat(other.n()).isEqualTo(5);
        assertThat(other.mean()).isCloseTo(0.6, within(1e-12));
        assertThat(other.standardError()).isCloseTo(Math.sqrt(1.2 / 4 / 5), within(1e-12));
    }

    private static EvidenceSnapshot.MetricMoments moments(
            Map<String, String> segment, EvidenceSnapshot.Moments moments) {
        return new EvidenceSnapshot.MetricMoments("m", segment, EvidenceSource.OFFLINE, moments, moments);
    }
}
