package org.exops.scoring.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exops.events.v1.ExperimentChange;
import org.exops.events.v1.ExperimentStatus;
import org.exops.scoring.Neighbours;
import org.exops.scoring.decision.model.Look;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static LedgerEntry entry() {
        return entry(1, LedgerEntry.NOTHING);
    }

    private static LedgerEntry entry(long revision, String previousHash) {
        Neighbours story = new Neighbours();
        VerdictInputs inputs = new VerdictInputs(
                UUID.randomUUID(),
                revision,
                Instant.now(),
                story.experiment(1, ExperimentChange.REGISTERED, ExperimentStatus.REGISTERED),
                story.evidence(1, 2000, 0.05),
                List.of(),
                List.of());
        return LedgerEntry.of(inputs, VerdictCalculation.of(inputs), previousHash);
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
        Replay replay = Replay.of(entry(), Optional.empty());

        assertThat(replay.identical()).isTrue();
        assertThat(replay.intact()).isTrue();
        assertThat(replay.differences()).isEmpty();
    }

    @Test
    void a_rewritten_verdict_is_told_field_by_field_and_breaks_its_hash() {
        Replay replay =
                Replay.of(rewritten(entry(), "\"needsReview\":false", "\"needsReview\":true"), Optional.empty());

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

    @Test
    void a_rewritten_look_is_told_and_breaks_the_hash() {
        LedgerEntry entry = entry();
        Look look = entry.looks().get(0);
        Look unspent = new Look(look.n(), look.clusters(), look.score(), false, 0, look.past());
        LedgerEntry rewritten = new LedgerEntry(
                entry.identity(), entry.inputs(), List.of(unspent), entry.body(), entry.previousHash(), entry.hash());

        Replay replay = Replay.of(rewritten, Optional.empty());

        assertThat(replay.intact()).isFalse();
        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences())
                .extracting(Replay.Difference::pointer)
                .containsExactly("/looks/0/alphaSpent", "/looks/0/ordinaryTest");
    }

    @Test
    void a_verdict_whose_predecessor_is_gone_or_another_is_not_intact() {
        LedgerEntry first = entry();
        LedgerEntry second = entry(2, first.hash());
        LedgerEntry third = entry(3, second.hash());

        assertThat(Replay.of(second, Optional.of(first)).intact()).isTrue();
        assertThat(Replay.of(third, Optional.of(second)).intact()).isTrue();
        assertThat(Replay.of(second, Optional.of(entry())).intact()).isFalse();
        assertThat(Replay.of(second, Optional.empty()).intact()).isFalse();
        assertThat(Replay.of(third, Optional.of(first)).intact()).isFalse();
    }
}
