package org.exops.registry.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exops.registry.experiment.model.AdmissionNews.Standing;
import org.exops.registry.experiment.model.ExperimentState.Concluded;
import org.exops.registry.experiment.model.ExperimentState.Draft;
import org.exops.registry.experiment.model.ExperimentState.Queued;
import org.exops.registry.experiment.model.ExperimentState.Registered;
import org.exops.registry.experiment.model.ExperimentState.Running;
import org.exops.registry.experiment.model.ExperimentState.Suspended;
import org.exops.registry.experiment.model.ExperimentState.Withdrawn;
import org.junit.jupiter.api.Test;

class ExperimentStateTest {
    /** The table of the design, edge by edge, as far as admissions drive it. */
    private static final Map<Status, Map<Standing, Status>> TABLE = new EnumMap<>(Map.of(
            Status.REGISTERED, Map.of(Standing.QUEUED, Status.QUEUED, Standing.GRANTED, Status.RUNNING),
            Status.QUEUED, Map.of(Standing.GRANTED, Status.RUNNING, Standing.RELEASED, Status.REGISTERED),
            Status.RUNNING, Map.of(Standing.SUSPENDED, Status.SUSPENDED, Standing.RELEASED, Status.REGISTERED),
            Status.SUSPENDED, Map.of(Standing.GRANTED, Status.RUNNING, Standing.RELEASED, Status.REGISTERED)));

    @Test
    void every_edge_of_the_table_is_taken() {
        TABLE.forEach((from, edges) -> edges.forEach((standing, to) -> assertThat(
                        in(from).after(new AdmissionNews(standing, false)).status())
                .as("%s on %s", from, standing)
                .isEqualTo(to)));
    }

    @Test
    void a_released_run_is_marked_truncated() {
        assertThat(new Running(false).after(new AdmissionNews(Standing.RELEASED, false)))
                .isEqualTo(new Registered(true));
    }

    @Test
    void a_released_place_in_the_queue_is_not() {
        assertThat(new Queued(false).after(new AdmissionNews(Standing.RELEASED, false)))
                .isEqualTo(new Registered(false));
    }

    @Test
    void a_run_that_came_and_went_unheard_is_marked_truncated() {
        assertThat(new Queued(false).after(new AdmissionNews(Standing.RELEASED, true)))
                .isEqualTo(new Registered(true));
    }

    @Test
    void a_compacted_history_still_leads_to_where_the_admission_stands() {
        assertThat(new Registered(false).after(new AdmissionNews(Standing.SUSPENDED, true)))
                .isEqualTo(new Suspended(false));
    }

    @Property
    void an_ended_experiment_stays_as_it_is(@ForAll Standing standing, @ForAll boolean newLease) {
        // Given
        List<ExperimentState> ended = List.of(new Concluded(new UUID(0, 1), true), new Withdrawn());
        // When, Then
        ended.forEach(state ->
                assertThat(state.after(new AdmissionNews(standing, newLease))).isSameAs(state));
    }

    @Property
    void admissions_alone_never_end_an_experiment_nor_forget_a_truncation(@ForAll("news") List<AdmissionNews> events) {
        // Given
        ExperimentState state = new Registered(false);
        Set<Status> alive = EnumSet.of(Status.REGISTERED, Status.QUEUED, Status.RUNNING, Status.SUSPENDED);
        boolean truncated = false;
        for (AdmissionNews event : events) {
            // When
            state = state.after(event);
            // Then
            assertThat(alive).contains(state.status());
            assertThat(state.truncated()).as("after %s", event).isIn(true, truncated);
            truncated = state.truncated();
        }
    }

    @Property
    void the_newest_admission_alone_decides_where_a_registered_experiment_stands(
            @ForAll("news") List<AdmissionNews> events, @ForAll Standing last) {
        // Given
        ExperimentState state = new Registered(false);
        for (AdmissionNews event : events) {
            state = state.after(event);
        }
        // When
        ExperimentState after = state.after(new AdmissionNews(last, false));
        // Then
        Status expected = switch (last) {
            case QUEUED -> Status.QUEUED;
            case GRANTED -> Status.RUNNING;
            case SUSPENDED -> Status.SUSPENDED;
            case RELEASED -> Status.REGISTERED;
            case DENIED -> state.status();
        };
        assertThat(after.status()).isEqualTo(expected);
    }

    @Property
    void a_draft_hears_of_no_admission(@ForAll Standing standing) {
        assertThat(new Draft().after(new AdmissionNews(standing, true))).isEqualTo(new Draft());
    }

    @Provide
    Arbitrary<List<AdmissionNews>> news() {
        return Combinators.combine(Arbitraries.of(Standing.class), Arbitraries.of(true, false))
                .as(AdmissionNews::new)
                .list()
                .ofMaxSize(30);
    }

    private static ExperimentState in(Status status) {
        return switch (status) {
            case DRAFT -> new Draft();
            case REGISTERED -> new Registered(false);
            case QUEUED -> new Queued(false);
            case RUNNING -> new Running(false);
            case SUSPENDED -> new Suspended(false);
            case CONCLUDED -> new Concluded(new UUID(0, 1), false);
            case WITHDRAWN -> new Withdrawn();
        };
    }
}
