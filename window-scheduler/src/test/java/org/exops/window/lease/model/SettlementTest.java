package org.exops.window.lease.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.window.lease.model.AdmissionStatus.GRANTED;
import static org.exops.window.lease.model.AdmissionStatus.QUEUED;
import static org.exops.window.lease.model.AdmissionStatus.RELEASED;
import static org.exops.window.lease.model.AdmissionStatus.SUSPENDED;
import static org.exops.window.lease.model.ExperimentFixture.anExperiment;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private final TreeFixture tree = new TreeFixture();
    private final Experiment first = anExperiment("first").build();
    private final Experiment second = anExperiment("second").build();
    private final Experiment third = anExperiment("third").build();

    @Test
    void a_free_surface_is_granted_to_the_end_of_the_plan_and_belongs_to_the_first_team() {
        tree.request(first);

        Admission admission = tree.admission(first);
        assertThat(admission.status()).isEqualTo(GRANTED);
        assertThat(admission.lease())
                .isEqualTo(new Lease(
                        new Slot(1, null), 1, tree.tree().now(), first.terms().deadline()));
        assertThat(tree.surface("support/refund-agent").team()).isEqualTo("support");
    }

    @Test
    void who_finds_all_slots_held_waits_and_is_told_for_whom_and_how_long() {
        tree.request(first, second, third);

        Standing standing = Outlook.of(tree.settled()).of(tree.admission(third));
        assertThat(standing.admission().status()).isEqualTo(QUEUED);
        assertThat(standing.place().position()).isEqualTo(2);
        assertThat(standing.reasons())
                .containsExactly(
                        new Reason(
                                Reason.Code.CAPACITY,
                                "support/refund-agent is held by first until 2036-12-01T00:00:00Z; you are 2nd"),
                        new Reason(Reason.Code.LINE, "second is first in line; you are 2nd"));
    }

    @Test
    void a_freed_slot_goes_to_the_head_of_the_line_with_a_newer_token() {
        tree.request(first, second, third);

        tree.release(first);

        assertThat(tree.status(first)).isEqualTo(RELEASED);
        assertThat(requireNonNull(tree.admission(second).lease()).fencingToken())
                .isEqualTo(2);
        assertThat(tree.status(third)).isEqualTo(QUEUED);
    }

    @Test
    void a_confirmed_safety_fix_passes_the_others_and_an_unconfirmed_one_does_not() {
        Experiment fix = anExperiment("fix").priority(PriorityClass.SAFETY_FIX).build();
        tree.request(first, second, fix);
        assertThat(tree.reasons(fix)).contains(Reason.Code.SAFETY_FIX_UNAPPROVED);
        assertThat(tree.settled().place(fix.id()).position()).isEqualTo(2);

        tree.approve(fix, "bob", "risk");
        tree.release(first);

        assertThat(tree.status(fix)).isEqualTo(GRANTED);
        assertThat(tree.status(second)).isEqualTo(QUEUED);
    }

    @Test
    void exploratory_ones_give_way_until_they_have_waited_a_week() {
        Experiment exploratory =
                anExperiment("exploratory").priority(PriorityClass.EXPLORATORY).build();
        tree.request(first, exploratory, second);
        assertThat(tree.settled().place(exploratory.id()).position()).isEqualTo(2);

        tree.pass(Duration.ofDays(7)).request(third);

        assertThat(tree.settled().place(exploratory.id()).position()).isEqualTo(2);
        assertThat(tree.settled().place(second.id()).position()).isEqualTo(1);
        assertThat(tree.settled().place(third.id()).position()).isEqualTo(3);
    }

    @Test
    void another_teams_experiment_waits_aside_for_the_owner_and_holds_up_nobody() {
        Experiment foreign = anExperiment("foreign").of("growth").build();
        tree.surface("support/refund-agent", 1, 1).ownedBy("support/refund-agent", "support");

        tree.request(foreign, first);

        assertThat(tree.status(first)).isEqualTo(GRANTED);
        assertThat(tree.reasons(foreign)).containsExactly(Reason.Code.SURFACE_OWNER);
        assertThat(tree.settled().place(foreign.id()).position()).isNull();
        tree.approve(foreign, "bob", "growth").release(first);
        assertThat(tree.status(foreign)).isEqualTo(QUEUED);
        tree.approve(foreign, "carol", "support");
        assertThat(tree.status(foreign)).isEqualTo(GRANTED);
    }

    @Test
    void a_high_risk_experiment_waits_aside_for_a_window() {
        Experiment risky = anExperiment("risky").tier(RiskTier.HIGH).build();

        tree.request(risky, first);

        assertThat(tree.status(risky)).isEqualTo(QUEUED);
        assertThat(tree.reasons(risky)).containsExactly(Reason.Code.NO_WINDOW);
        assertThat(tree.status(first)).isEqualTo(GRANTED);
    }

    @Test
    void a_running_one_that_becomes_high_risk_is_suspended_and_keeps_its_slot() {
        tree.request(first, second);

        tree.pass(Duration.ofHours(1))
                .learn(anExperiment("first").id(first.id()).tier(RiskTier.HIGH).build());

        Admission suspended = tree.admission(first);
        assertThat(suspended.status()).isEqualTo(SUSPENDED);
        assertThat(suspended.reasons()).extracting(Reason::code).containsExactly(Reason.Code.NO_WINDOW);
        Lease ended = requireNonNull(suspended.lease());
        assertThat(ended.until()).isEqualTo(tree.tree().now());
        assertThat(ended.slot()).isEqualTo(new Slot(1, 1));
        assertThat(tree.status(second)).isEqualTo(QUEUED);
    }

    @Test
    void an_ancestor_and_a_descendant_exclude_each_other() {
        Experiment above = anExperiment("above").on("support").build();
        Experiment beside = anExperiment("beside").on("support/tone").build();

        tree.request(first, above, beside);

        assertThat(tree.status(above)).isEqualTo(QUEUED);
        assertThat(tree.reasons(above)).containsExactly(Reason.Code.OVERLAP);
        // Behind the one above, which needs its surface too and came first.
        assertThat(tree.status(beside)).isEqualTo(QUEUED);
        assertThat(tree.reasons(beside)).containsExactly(Reason.Code.LINE);
        tree.release(first);
        assertThat(tree.status(above)).isEqualTo(GRANTED);
    }

    @Test
    void they_run_beside_each_other_when_both_allow_it_or_their_populations_are_disjoint() {
        Experiment below = anExperiment("below").reaching("language", "de").build();
        Experiment above =
                anExperiment("above").on("support").reaching("language", "en").build();
        Experiment open = anExperiment("open").on("sales/a").overlapping().build();
        Experiment openAbove =
                anExperiment("open-above").on("sales").overlapping().build();

        tree.request(below, above, open, openAbove);

        assertThat(List.of(below, above, open, openAbove))
                .allSatisfy(experiment -> assertThat(tree.status(experiment)).isEqualTo(GRANTED));
    }

    @Test
    void a_lowered_limit_revokes_nothing_and_grants_nothing_until_it_holds_again() {
        tree.surface("support/refund-agent", 2, 1).request(first, second);

        tree.surface("support/refund-agent", 1, 1).request(third).release(first);

        assertThat(tree.status(second)).isEqualTo(GRANTED);
        assertThat(tree.status(third)).isEqualTo(QUEUED);
        tree.release(second);
        assertThat(tree.status(third)).isEqualTo(GRANTED);
    }

    @Test
    void a_deadline_ends_a_stay_at_that_instant_and_the_next_one_starts() {
        Experiment brief = anExperiment("brief")
                .until(TreeFixture.START.plus(Duration.ofHours(1)))
                .build();
        tree.request(brief, second);

        tree.pass(Duration.ofHours(2));

        Admission over = tree.admission(brief);
        assertThat(over.status()).isEqualTo(RELEASED);
        assertThat(over.reasons()).extracting(Reason::code).containsExactly(Reason.Code.DEADLINE);
        assertThat(requireNonNull(over.lease()).until()).isEqualTo(brief.terms().deadline());
        assertThat(tree.status(second)).isEqualTo(GRANTED);
    }

    @Test
    void a_decided_or_withdrawn_experiment_releases_what_it_holds_and_is_denied_when_it_asks_again() {
        tree.request(first, second);
        Experiment decided =
                anExperiment("first").id(first.id()).ended(Ending.DECIDED).build();

        tree.learn(decided);

        assertThat(tree.status(first)).isEqualTo(RELEASED);
        assertThat(tree.reasons(first)).containsExactly(Reason.Code.DECIDED);
        assertThat(tree.status(second)).isEqualTo(GRANTED);
        tree.request(decided);
        assertThat(tree.status(first)).isEqualTo(AdmissionStatus.DENIED);
    }

    @Test
    void a_repeated_request_changes_nothing() {
        tree.request(first, second);
        SurfaceTree before = tree.tree();

        Settled again = before.request(second, "somebody-else").settle();

        assertThat(again.changesSince(before)).isEmpty();
    }

    @Test
    void a_new_stay_needs_new_approvals_and_gets_a_newer_token() {
        Experiment foreign = anExperiment("foreign").of("growth").build();
        tree.surface("support/refund-agent", 1, 1).ownedBy("support/refund-agent", "support");
        tree.request(foreign).approve(foreign, "carol", "support").release(foreign);

        tree.request(foreign);

        assertThat(tree.status(foreign)).isEqualTo(QUEUED);
        tree.approve(foreign, "carol", "support");
        assertThat(requireNonNull(tree.admission(foreign).lease()).fencingToken())
                .isEqualTo(2);
    }

    @Test
    void the_forecast_follows_the_planned_ends() {
        Experiment brief = anExperiment("brief")
                .until(TreeFixture.START.plus(Duration.ofDays(1)))
                .build();
        Experiment next = anExperiment("next")
                .until(TreeFixture.START.plus(Duration.ofDays(3)))
                .build();
        Experiment risky = anExperiment("risky").tier(RiskTier.HIGH).build();
        tree.request(brief, next, first, risky);

        Outlook outlook = Outlook.of(tree.settled());

        assertThat(outlook.of(tree.admission(next)).earliestStart())
                .isEqualTo(brief.terms().deadline());
        assertThat(outlook.of(tree.admission(first)).earliestStart())
                .isEqualTo(next.terms().deadline());
        assertThat(outlook.of(tree.admission(risky)).earliestStart()).isNull();
    }

    @Test
    void an_approval_alone_is_a_change_without_a_transition() {
        Experiment fix = anExperiment("fix").priority(PriorityClass.SAFETY_FIX).build();
        tree.request(first, fix);
        SurfaceTree before = tree.tree();

        List<Change> changes = before.approve(fix.id(), new Approval("bob", null, before.now()))
                .settle()
                .changesSince(before);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.isTransition()).isFalse();
            assertThat(change.newApprovals()).extracting(Approval::by).containsExactly("bob");
            assertThat(change.after().revision()).isEqualTo(1);
        });
    }
}
