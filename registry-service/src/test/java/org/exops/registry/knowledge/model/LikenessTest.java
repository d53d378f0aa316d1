package org.exops.registry.knowledge.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.exops.registry.experiment.model.Outcome;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void an_equal_hypothesis_that_failed_on_the_same_surface_and_target_repeats() {
        assertThat(new Likeness("old", Outcome.ROLLBACK, 1, true, true).attempt())
                .satisfies(attempt -> assertThat(attempt.repeats()).isTrue())
                .satisfies(
                        attempt -> assertThat(attempt.why()).isEqualTo("same surface, same target, equal hypothesis"));
    }

    @Test
    void what_succeeded_or_ran_elsewhere_does_not_stand_in_the_way() {
        assertThat(new Likeness("old", Outcome.ROLLOUT, 1, true, true).attempt().repeats())
                .isFalse();
        assertThat(new Likeness("old", Outcome.ITERATE, 1, false, true)
                        .attempt()
                        .repeats())
                .isFalse();
        assertThat(new Likeness("old", Outcome.ITERATE, 1, true, false)
                        .attempt()
                        .repeats())
                .isFalse();
        assertThat(new Likeness("old", Outcome.ITERATE, 0.5, true, true)
                        .attempt()
                        .repeats())
                .isFalse();
    }
}
