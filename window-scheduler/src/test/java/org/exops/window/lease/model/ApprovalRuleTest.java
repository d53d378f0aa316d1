package org.exops.window.lease.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.window.lease.model.ExperimentFixture.anExperiment;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalRuleTest {
    private final Experiment foreign = anExperiment("foreign").of("growth").build();
    private final TreeFixture tree = new TreeFixture()
            .surface("support/refund-agent", 1, 1)
            .ownedBy("support/refund-agent", "support")
            .request(foreign);

    @Test
    void the_owners_and_the_requester_may_not_approve() {
        assertThat(judge("alice", "support")).isEqualTo(ApprovalRule.OWN);
        assertThat(judge("requester", "support")).isEqualTo(ApprovalRule.OWN);
    }

    @Test
    void only_an_approver_of_the_surfaces_team_counts_for_another_teams_experiment() {
        assertThat(judge("carol", "support")).isEqualTo(ApprovalRule.COUNTS);
        assertThat(judge("carol", "growth")).isEqualTo(ApprovalRule.OTHER_TEAM);
        assertThat(judge("carol", null)).isEqualTo(ApprovalRule.OTHER_TEAM);
    }

    @Test
    void any_approver_counts_for_a_safety_fix_once() {
        Experiment fix = anExperiment("fix").priority(PriorityClass.SAFETY_FIX).build();
        Experiment holder = anExperiment("holder").build();
        tree.request(holder, fix);
        assertThat(judge(fix, "carol", null)).isEqualTo(ApprovalRule.COUNTS);

        tree.approve(fix, "carol", "risk");

        assertThat(judge(fix, "carol", "risk")).isEqualTo(ApprovalRule.ALREADY);
        assertThat(judge(fix, "dave", "risk")).isEqualTo(ApprovalRule.NOT_NEEDED);
    }

    @Test
    void what_does_not_wait_needs_no_approval() {
        Experiment own = anExperiment("own").build();
        tree.request(own);

        assertThat(judge(own, "carol", "support")).isEqualTo(ApprovalRule.NOT_NEEDED);
    }

    private ApprovalRule judge(String by, @Nullable String team) {
        return judge(foreign, by, team);
    }

    private ApprovalRule judge(Experiment experiment, String by, @Nullable String team) {
        return ApprovalRule.judge(
                tree.admission(experiment),
                tree.surface("support/refund-agent"),
                new Approval(by, team, TreeFixture.START));
    }
}
