package org.exops.scoring.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exops.events.v1.ExperimentChange;
import org.exops.events.v1.ExperimentStatus;
import org.exops.scoring.Neighbours;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static LedgerEntry entry() {
        Neighbours story = new Neighbours();
        VerdictInputs inputs = new VerdictInputs(
                UUID.randomUUID(),
                1,
                Instant.now(),
                story.experiment(1, ExperimentChange.REGISTERED, ExperimentStatus.REGISTERED),
                story.evidence(1, 2000, 0.05),
                List.of(),
                List.of());
        return LedgerEntry.of(inputs, VerdictCalculation.of(inputs), LedgerEntry.NOTHING);
    }

    private static LedgerEntry rewritten(LedgerEntry entry, String from, String to) {
        assertThat(entry.body()).contains(from);
        return new LedgerEntry(
                entry.identity(),
                entry.inputs(),
                entry.looks(),
                entry.body().replace(from, to),
                entry.previousHash(),
                entry.hash());
    }

    @Test
    void what_was_not_touched_replays_to_the_same_bytes() {
        Replay replay = Replay.of(entry());

        assertThat(replay.identical()).isTrue();
        assertThat(replay.intact()).isTrue();
        assertThat(replay.differences()).isEmpty();
    }

    @Test
    void a_rewritten_verdict_is_told_field_by_field_and_breaks_its_hash() {
        Replay replay = Replay.of(rewritten(entry(), "\"needsReview\":false", "\"needsReview\":true"));

        assertThat(replay.identical()).isFalse();
        assertThat(replay.intact()).isFalse();
        assertThat(replay.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.pointer()).isEqualTo("/needsReview");
            assertThat(String.valueOf(difference.recorded())).isEqualTo("true");
            assertThat(String.valueOf(difference.recomputed())).isEqualTo("false");
        });
    }

    @Test
    void a_verdict_follows_the_hash_of_the_one_before() {
        LedgerEntry entry = entry();
        LedgerEntry moved = new LedgerEntry(
                entry.identity(), entry.inputs(), entry.looks(), entry.body(), "sha256:other", entry.hash());

        assertThat(entry.isIntact()).isTrue();
        assertThat(moved.isIntact()).isFalse();
    }
}
