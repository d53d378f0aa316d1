package org.exops.scoring.decision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.exops.scoring.decision.model.Dockets.aDocket;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.exops.scoring.statistics.model.ConfidenceSequence;
import org.exops.scoring.statistics.model.Estimate;
import org.exops.scoring.statistics.model.HybridSpend;
import org.junit.jupiter.api.Test;

class VerdictJudgeTest {
    private final VerdictJudge judge = new VerdictJudge();

    private Judgement judge(Dockets dockets) {
        return judge.judge(dockets.docket());
    }

    private static void answers(Judgement judgement, Status status, Recommendation recommendation, String code) {
        assertThat(judgement.conclusion().status())
                .as(judgement.conclusion().toString())
                .isEqualTo(status);
        assertThat(judgement.conclusion().recommendation())
                .as(judgement.conclusion().reasons().toString())
                .isEqualTo(recommendation);
        assertThat(judgement.conclusion().reasons()).extracting(Reason::code).contains(code);
    }

    private static List<String> codes(Judgement judgement) {
        return judgement.conclusion().reasons().stream().map(Reason::code).toList();
    }

    @Test
    void a_clear_gain_at_the_required_units_is_rolled_out() {
        Judgement judgement = judge(aDocket().gaining(0.05));

        answers(judgement, Status.SCORED, Recommendation.ROLLOUT, "SCORE_PROVEN");
        assertThat(judgement.treatment()).isEqualTo("B");
        assertThat(judgement.conclusion().needsReview()).isFalse();
        assertThat(judgement.conclusion().steps())
                .extracting(StepRecord::step)
                .containsExactly(
                        "GATE",
                        "VALIDITY",
                        "VALIDITY",
                        "VALIDITY",
                        "VALIDITY",
                        "HARM",
                        "SUFFICIENCY",
                        "MEANING",
                        "PROOF");
    }

    @Test
    void lambdas_follow_from_what_the_outcome_is_worth() {
        Weights weights = judge(aDocket().gaining(0.05)).weights();

        assertThat(weights.lambdaCost()).isCloseTo(0.5 * 0.012 / 4.5, within(1e-12));
        assertThat(weights.lambdaRisk()).isCloseTo(0.05 / 4.5, within(1e-12));
    }

    @Test
    void the_score_takes_cost_off_quality() {
        Judgement judgement = judge(aDocket().gaining(0.05).dearerBy(0.09));

        Comparison.Score score =
                Objects.requireNonNull(judgement.comparisons().get(0).effects().score());
        assertThat(score.value()).isCloseTo(0.05 - 0.5 * 0.09 / 4.5, within(1e-4));
    }

    @Test
    void every_gate_is_not_observed_offline() {
        assertThat(judge(aDocket().gaining(0.05)).gates())
                .hasSize(3)
                .allSatisfy(gate -> assertThat(gate.exposures()).isZero());
    }

    @Test
    void without_a_run_of_an_arm_it_collects() {
        answers(
                judge(aDocket().withoutTreatmentRun().paired(0).expecting(500)),
                Status.COLLECTING,
                Recommendation.CONTINUE,
                "ARM_MISSING");
    }

    @Test
    void without_any_evidence_it_collects_without_an_estimate() {
        Docket full = aDocket().docket();

        Judgement judgement = judge.judge(new Docket(full.plan(), Evidence.NONE, List.of(), full.at()));

        answers(judgement, Status.COLLECTING, Recommendation.CONTINUE, "ARM_MISSING");
        assertThat(judgement.sensitivity()).isNull();
        assertThat(judgement.comparisons().get(0).effects().score()).isNull();
    }

    @Test
    void coverage_below_98_percent_collects_until_n_and_is_invalid_after() {
        answers(
                judge(aDocket().gaining(0.05).paired(1000).expecting(1021)),
                Status.COLLECTING,
                Recommendation.CONTINUE,
                "COVERAGE");
        answers(
                judge(aDocket().gaining(0.05).paired(2000).expecting(2041)),
                Status.INVALID,
                Recommendation.CONTINUE,
                "COVERAGE");
        answers(
                judge(aDocket().gaining(0.05).paired(1000).expecting(1021).at(Dockets.DEADLINE)),
                Status.INVALID,
                Recommendation.ITERATE,
                "COVERAGE");
    }

    @Test
    void coverage_of_98_percent_is_enough() {
        assertThat(judge(aDocket().gaining(0.05).paired(1960).expecting(2000).requiring(1960))
                        .conclusion()
                        .recommendation())
                .isEqualTo(Recommendation.ROLLOUT);
    }

    @Test
    void without_a_named_eval_set_a_treatment_is_held_to_the_cases_of_its_own_pair() {
        answers(
                judge(aDocket().gaining(0.05).ofNoNamedSet().expecting(9000)),
                Status.SCORED,
                Recommendation.ROLLOUT,
                "SCORE_PROVEN");
        answers(
                judge(aDocket().gaining(0.05).ofNoNamedSet().losing(21, 21)),
                Status.INVALID,
                Recommendation.CONTINUE,
                "COVERAGE");
    }

    @Test
    void a_run_that_names_no_eval_set_does_not_mix_versions() {
        answers(
                judge(aDocket().gaining(0.05).naming(List.of())),
                Status.SCORED,
                Recommendation.ROLLOUT,
                "SCORE_PROVEN");
    }

    @Test
    void an_arm_that_loses_cases_is_invalid() {
        answers(judge(aDocket().gaining(0.05).losing(0, 20)), Status.INVALID, Recommendation.CONTINUE, "CASES_LOST");
        answers(judge(aDocket().gaining(0.05).losing(10, 10)), Status.SCORED, Recommendation.ROLLOUT, "SCORE_PROVEN");
    }

    @Test
    void mixed_eval_set_versions_are_invalid() {
        answers(
                judge(aDocket().gaining(0.05).alsoOn("refunds@13")),
                Status.INVALID,
                Recommendation.CONTINUE,
                "EVAL_SET_MIXED");
    }

    @Test
    void a_stale_control_is_invalid() {
        answers(
                judge(aDocket().gaining(0.05).controlRanAt(Dockets.REGISTERED.minus(Duration.ofDays(6)))),
                Status.INVALID,
                Recommendation.CONTINUE,
                "CONTROL_STALE");
    }

    @Test
    void below_the_burn_in_or_the_minimum_it_says_how_many_more() {
        Judgement judgement = judge(aDocket().gaining(0.05).paired(90));

        answers(judgement, Status.COLLECTING, Recommendation.CONTINUE, "BURN_IN");
        assertThat(judgement.conclusion().reasons())
                .anySatisfy(reason -> assertThat(reason.text()).contains("110 more"));
    }

    @Test
    void few_clusters_give_no_estimate_then_no_look_then_a_flag() {
        Judgement nine = judge(aDocket().gaining(0.05).paired(900).perCluster(100));
        Judgement fifteen = judge(aDocket().gaining(0.05).paired(1500).perCluster(100));
        Judgement twenty = judge(aDocket().gaining(0.05).paired(2000).perCluster(100));

        answers(nine, Status.COLLECTING, Recommendation.CONTINUE, "BURN_IN");
        assertThat(nine.comparisons().get(0).effects().score()).isNull();
        answers(fifteen, Status.COLLECTING, Recommendation.CONTINUE, "BURN_IN");
        assertThat(fifteen.comparisons().get(0).effects().score()).isNotNull();
        answers(twenty, Status.SCORED, twenty.conclusion().recommendation(), "FEW_CLUSTERS");
    }

    @Test
    void the_minimum_duration_is_waited_for() {
        answers(
                judge(aDocket().gaining(0.05).minimumDuration(Duration.ofDays(5))),
                Status.COLLECTING,
                Recommendation.CONTINUE,
                "MINIMUM_DURATION");
    }

    @Test
    void missing_evidence_at_the_deadline_goes_back_to_work() {
        Judgement judgement = judge(aDocket().gaining(0.05).paired(90).at(Dockets.DEADLINE));

        answers(judgement, Status.COLLECTING, Recommendation.ITERATE, "EVIDENCE_MISSING");
    }

    @Test
    void a_plan_that_needs_exposures_never_rolls_out_on_offline_evidence() {
        for (Plan.Tier tier : List.of(Plan.Tier.ELEVATED, Plan.Tier.HIGH)) {
            answers(
                    judge(aDocket().gaining(0.05).tier(tier)),
                    Status.COLLECTING,
                    Recommendation.CONTINUE,
                    "GATE_INCONCLUSIVE");
        }
        for (Plan.Deciding deciding : List.of(Plan.Deciding.PRODUCTION, Plan.Deciding.BOTH)) {
            answers(
                    judge(aDocket().gaining(0.05).deciding(deciding)),
                    Status.COLLECTING,
                    Recommendation.CONTINUE,
                    "GATE_INCONCLUSIVE");
        }
    }

    @Test
    void offline_harm_stops_a_plan_that_waits_for_production() {
        answers(
                judge(aDocket().gaining(-0.10).deciding(Plan.Deciding.PRODUCTION)),
                Status.SCORED,
                Recommendation.ROLLBACK,
                "SCORE_HARMFUL");
    }

    @Test
    void a_workflow_is_not_judged_without_traces() {
        answers(
                judge(aDocket().gaining(0.05).target(Plan.Target.WORKFLOW)),
                Status.COLLECTING,
                Recommendation.CONTINUE,
                "TRACES_MISSING");
    }

    @Test
    void a_model_is_judged_with_cost_and_latency() {
        answers(
                judge(aDocket().gaining(0.05).target(Plan.Target.MODEL)),
                Status.SCORED,
                Recommendation.ROLLOUT,
                "SCORE_PROVEN");
    }

    @Test
    void a_shown_loss_is_rolled_back_before_the_required_units() {
        answers(judge(aDocket().gaining(-0.10).paired(500)), Status.SCORED, Recommendation.ROLLBACK, "SCORE_HARMFUL");
    }

    @Test
    void a_harmed_guardrail_is_rolled_back_whatever_the_score() {
        answers(
                judge(aDocket().gaining(0.05).guardrail(0.02, -0.12)),
                Status.SCORED,
                Recommendation.ROLLBACK,
                "GUARDRAIL_HARMED");
    }

    @Test
    void a_guardrail_that_is_not_proven_safe_is_no_rollout() {
        Judgement judgement = judge(aDocket().gaining(0.05).guardrail(0.02, -0.02));

        answers(judgement, Status.SCORED, Recommendation.ITERATE, "GUARDRAIL_NOT_PROVEN");
        assertThat(judgement.comparisons().get(0).guardrails())
                .singleElement()
                .satisfies(one -> assertThat(one.proven()).isFalse());
    }

    @Test
    void a_guardrail_without_evidence_is_missing_and_never_a_pass() {
        Docket docket = aDocket().gaining(0.05).guardrail(0.02, 0).docket();
        Evidence.Pair pair = docket.evidence().pairs().get(0);
        Evidence bare = new Evidence(
                docket.evidence().expectedCases(),
                docket.evidence().arms(),
                List.of(new Evidence.Pair(
                        pair.control(), pair.treatment(), pair.pairing(), pair.score(), pair.quality(), List.of())));

        Judgement judgement = judge.judge(new Docket(docket.plan(), bare, List.of(), docket.at()));

        answers(judgement, Status.COLLECTING, Recommendation.CONTINUE, "MINIMUM_N");
    }

    @Test
    void a_regressed_segment_goes_back_to_work_by_name() {
        Judgement judgement = judge(
                aDocket().gaining(0.05).segment("de", -0.20).segment("en", 0.05).segment("fr", 0.05));

        answers(judgement, Status.SCORED, Recommendation.ITERATE, "SEGMENT_REGRESSED");
        assertThat(judgement.conclusion().reasons())
                .anySatisfy(reason -> assertThat(reason.text()).contains("language=de lost 20.0 points"));
        assertThat(judgement.comparisons().get(0).segments())
                .filteredOn(Comparison.SegmentOutcome::regressed)
                .extracting(one -> one.segment().get("language"))
                .containsExactly("de");
    }

    @Test
    void a_protected_segment_must_be_proven_safe() {
        answers(
                judge(aDocket().gaining(0.05).protecting("de", 0.03).segment("de", -0.02)),
                Status.SCORED,
                Recommendation.ITERATE,
                "GUARDRAIL_NOT_PROVEN");
        answers(
                judge(aDocket().gaining(0.05).protecting("de", 0.03).segment("de", 0.05)),
                Status.SCORED,
                Recommendation.ROLLOUT,
                "SCORE_PROVEN");
        answers(
                judge(aDocket().gaining(0.05).protecting("de", 0.03)),
                Status.COLLECTING,
                Recommendation.CONTINUE,
                "MINIMUM_N");
    }

    @Test
    void a_protected_segment_in_too_few_clusters_is_waited_for_and_the_ordinary_test_kept() {
        Judgement judgement = judge(aDocket()
                .gaining(0.05)
                .protecting("de", 0.03)
                .segment("de", 0.05)
                .segmentsIn(15));

        answers(judgement, Status.COLLECTING, Recommendation.CONTINUE, "BURN_IN");
        assertThat(judgement.conclusion().reasons())
                .anySatisfy(reason -> assertThat(reason.text())
                        .contains("task_success of language=de has 500 paired cases in 15 clusters"));
        assertThat(judgement.comparisons().get(0).look().ordinaryTest()).isFalse();
        assertThat(judgement.comparisons().get(0).look().past().settled()).isNull();
    }

    @Test
    void a_harmed_protected_segment_goes_back_to_work_and_is_no_rollback() {
        Judgement judgement =
                judge(aDocket().gaining(0.05).protecting("de", 0.03).segment("de", -0.20));

        answers(judgement, Status.SCORED, Recommendation.ITERATE, "SEGMENT_REGRESSED");
        assertThat(judgement.conclusion().reasons())
                .anySatisfy(reason -> assertThat(reason.text()).contains("more than its margin of 3.0"));
    }

    @Test
    void significant_but_not_worthwhile_is_stopped() {
        answers(
                judge(aDocket().gaining(0.002).spread(0.02)),
                Status.SCORED,
                Recommendation.ITERATE,
                "NO_WORTHWHILE_DIFFERENCE");
    }

    @Test
    void equal_variants_are_no_worthwhile_difference_rather_than_a_loss() {
        answers(
                judge(aDocket().gaining(0).spread(0)),
                Status.SCORED,
                Recommendation.ITERATE,
                "NO_WORTHWHILE_DIFFERENCE");
    }

    @Test
    void a_gain_that_is_not_proven_yet_goes_on_and_says_how_much_is_needed() {
        answers(judge(aDocket().gaining(0.02).paired(1000)), Status.SCORED, Recommendation.CONTINUE, "SIZE_NEEDED");
    }

    @Test
    void an_unproven_gain_ends_at_the_required_units_and_at_the_deadline() {
        answers(judge(aDocket().gaining(0.006)), Status.SCORED, Recommendation.ITERATE, "END_REACHED");
        answers(
                judge(aDocket().gaining(0.02).paired(1000).at(Dockets.DEADLINE)),
                Status.SCORED,
                Recommendation.ITERATE,
                "END_REACHED");
        answers(
                judge(aDocket().gaining(-0.012).worthwhileFrom(0)),
                Status.SCORED,
                Recommendation.ROLLBACK,
                "END_REACHED");
    }

    @Test
    void the_ordinary_test_is_made_once_and_later_looks_only_lower_it() {
        // 1.9 standard errors: proven by the one ordinary test, not by the sequence alone.
        double gain = 1.9 * 0.3 / Math.sqrt(2000);
        Judgement first = judge(aDocket().gaining(gain).worthwhileFrom(0.001));
        Past settled = first.comparisons().get(0).look().past();
        Judgement later = judge(aDocket().gaining(gain).worthwhileFrom(0.001).past(settled));
        Judgement lost = judge(aDocket().gaining(-0.1).worthwhileFrom(0.001).past(settled));
        Judgement recovered = judge(aDocket()
                .gaining(0.05)
                .worthwhileFrom(0.001)
                .past(lost.comparisons().get(0).look().past()));

        answers(first, Status.SCORED, Recommendation.ROLLOUT, "SCORE_PROVEN");
        assertThat(first.comparisons().get(0).look().ordinaryTest()).isTrue();
        answers(later, Status.SCORED, Recommendation.ROLLOUT, "SETTLED");
        assertThat(later.comparisons().get(0).look().ordinaryTest()).isFalse();
        answers(lost, Status.SCORED, Recommendation.ROLLBACK, "SCORE_HARMFUL");
        answers(recovered, Status.SCORED, Recommendation.ROLLBACK, "SETTLED");
    }

    @Test
    void a_failed_ordinary_test_is_not_repeated_when_the_score_rises() {
        Past failed =
                judge(aDocket().gaining(0.006)).comparisons().get(0).look().past();

        answers(judge(aDocket().gaining(0.05).past(failed)), Status.SCORED, Recommendation.ITERATE, "SETTLED");
    }

    @Test
    void a_settled_rollout_still_shows_what_was_proven() {
        Dockets dockets = aDocket().gaining(0.05).guardrail(0.03, 0).budget(0.013, 2500L);
        Comparison first = judge(dockets).comparisons().get(0);
        Judgement later = judge(dockets.past(first.look().past()));

        answers(later, Status.SCORED, Recommendation.ROLLOUT, "SCORE_PROVEN");
        assertThat(later.comparisons().get(0).guardrails()).isEqualTo(first.guardrails());
        assertThat(later.comparisons().get(0).budget()).isEqualTo(first.budget());
    }

    @Test
    void what_the_ordinary_test_did_not_prove_is_never_shown_as_proven_later() {
        Dockets first = aDocket().gaining(0.05).guardrail(0.02, -0.02).budget(0.01201, null);
        Comparison failed = judge(first).comparisons().get(0);
        Docket better = aDocket()
                .gaining(0.05)
                .guardrail(0.02, -0.008)
                .budget(0.013, null)
                .past(failed.look().past())
                .docket();

        Comparison later = judge.judge(better).comparisons().get(0);

        // Proven by an ordinary test, not by the sequence: a second ordinary test would call it proven.
        assertThat(new Trial(better, "B").guardrails().get(0).proven(true)).isTrue();
        assertThat(later.guardrails())
                .singleElement()
                .satisfies(one -> assertThat(one.proven()).isFalse());
        assertThat(later.budget()).isEqualTo(failed.budget());
    }

    @Test
    void a_person_who_was_asked_for_stays_asked_for() {
        Dockets dockets = aDocket().gaining(0.05).dearerBy(0.25);
        Past settled = judge(dockets).comparisons().get(0).look().past();

        Judgement later = judge(dockets.past(settled));

        answers(later, Status.SCORED, Recommendation.ITERATE, "WEIGHTS_DECIDE");
        assertThat(later.conclusion().needsReview()).isTrue();
    }

    @Test
    void a_look_that_ends_before_proof_spends_no_ordinary_test() {
        Look look = judge(aDocket().gaining(0.05).minimumDuration(Duration.ofDays(5)))
                .comparisons()
                .get(0)
                .look();

        assertThat(look.ordinaryTest()).isFalse();
        assertThat(look.past().settled()).isNull();
        assertThat(look.alphaSpent()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void before_the_required_units_only_the_early_share_decides() {
        Judgement strong = judge(aDocket().gaining(0.10).paired(1000));
        Judgement weak = judge(aDocket().gaining(0.02).paired(1000));

        answers(strong, Status.SCORED, Recommendation.ROLLOUT, "SCORE_PROVEN");
        assertThat(strong.comparisons().get(0).look().past().settled()).isNull();
        answers(weak, Status.SCORED, Recommendation.CONTINUE, "SCORE_NOT_PROVEN");
    }

    @Test
    void several_treatments_share_alpha_and_the_best_is_named() {
        Judgement judgement = judge(aDocket().gaining("B", 0.04).gaining("C", 0.06));

        assertThat(judgement.comparisons()).hasSize(2);
        assertThat(judgement.treatment()).isEqualTo("C");
        assertThat(new Trial(aDocket().gaining("B", 0.04).gaining("C", 0.06).docket(), "B")
                        .spend()
                        .alpha())
                .isEqualTo(0.025);
    }

    @Test
    void one_harmful_treatment_does_not_hide_a_good_one() {
        Judgement judgement = judge(aDocket().gaining("B", -0.10).gaining("C", 0.06));

        answers(judgement, Status.SCORED, Recommendation.ROLLOUT, "SCORE_PROVEN");
        assertThat(judgement.treatment()).isEqualTo("C");
        assertThat(judgement.comparisons().get(0).conclusion().recommendation()).isEqualTo(Recommendation.ROLLBACK);
    }

    @Test
    void unknown_costs_prove_nothing() {
        Judgement judgement = judge(aDocket().gaining(0.05).pricedPairs(1900));

        answers(judgement, Status.SCORED, Recommendation.ITERATE, "COST_UNKNOWN");
        assertThat(judgement.comparisons().get(0).look().n()).isEqualTo(2000);
    }

    @Test
    void a_few_unknown_costs_leave_the_score_whole() {
        Judgement judgement = judge(aDocket().gaining(0.05).pricedPairs(1980).requiring(1980));

        answers(judgement, Status.SCORED, Recommendation.ROLLOUT, "SCORE_PROVEN");
        assertThat(judgement.comparisons().get(0).look().n()).isEqualTo(1980);
    }

    @Test
    void a_budget_must_hold_for_the_upper_bounds() {
        answers(
                judge(aDocket().gaining(0.05).budget(0.013, 2500L)),
                Status.SCORED,
                Recommendation.ROLLOUT,
                "SCORE_PROVEN");
        answers(
                judge(aDocket().gaining(0.05).budget(0.01201, null)),
                Status.SCORED,
                Recommendation.ITERATE,
                "BUDGET_NOT_PROVEN");
        answers(
                judge(aDocket().gaining(0.05).budget(null, 1951L)),
                Status.SCORED,
                Recommendation.ITERATE,
                "BUDGET_NOT_PROVEN");
    }

    @Test
    void an_unknown_cost_is_not_within_the_budget() {
        Judgement judgement = judge(aDocket().gaining(0.05).pricedPairs(1000).budget(0.02, null));

        assertThat(codes(judgement)).contains("BUDGET_NOT_PROVEN", "COST_UNKNOWN");
        assertThat(Objects.requireNonNull(judgement.comparisons().get(0).budget())
                        .within())
                .isFalse();
    }

    @Test
    void a_decision_that_hangs_on_the_weights_needs_a_person() {
        // Worth it at growth's κ, no longer at twice that.
        Judgement judgement = judge(aDocket().gaining(0.05).dearerBy(0.25));

        answers(judgement, Status.SCORED, Recommendation.ITERATE, "WEIGHTS_DECIDE");
        assertThat(judgement.conclusion().needsReview()).isTrue();
    }

    @Test
    void a_score_that_leaves_its_earlier_bounds_has_drifted() {
        Judgement judgement =
                judge(aDocket().gaining(0.05).past(new Past("B", null, new Past.Bounds(0.2, 0.3, false))));

        assertThat(codes(judgement)).contains("DRIFT");
        assertThat(judgement.conclusion().needsReview()).isTrue();
    }

    @Test
    void a_score_that_gains_or_loses_its_cost_part_starts_its_bounds_anew() {
        Past withoutCost = new Past("B", null, new Past.Bounds(0.2, 0.3, true));

        Judgement judgement = judge(aDocket().gaining(0.05).past(withoutCost));

        assertThat(codes(judgement)).doesNotContain("DRIFT");
        assertThat(bounds(judgement).costUnknown()).isFalse();
        assertThat(bounds(judgement).upper()).isLessThan(0.2);
    }

    @Test
    void bounds_narrow_from_look_to_look() {
        Judgement before = judge(aDocket().gaining(0.05).paired(1000));
        Past.Bounds first = bounds(before);
        Past.Bounds second = bounds(judge(
                aDocket().gaining(0.06).past(before.comparisons().get(0).look().past())));

        assertThat(second.lower()).isGreaterThanOrEqualTo(first.lower());
        assertThat(second.upper()).isLessThanOrEqualTo(first.upper());
    }

    private static Past.Bounds bounds(Judgement judgement) {
        return Objects.requireNonNull(
                judgement.comparisons().get(0).look().past().bounds());
    }

    @Test
    void shown_intervals_are_the_always_valid_ones() {
        Docket docket = aDocket().gaining(0.05).docket();
        Estimate estimate = new Trial(docket, "B").scoreAfterBurnIn();

        Comparison.Score score = Objects.requireNonNull(
                judge.judge(docket).comparisons().get(0).effects().score());

        assertThat(score.lower())
                .isEqualTo(new ConfidenceSequence(0.05, 2000).interval(estimate).lower());
        assertThat(score.lower()).isLessThan(new HybridSpend(0.05, 2000).decidingLower(estimate));
    }

    @Test
    void sensitivity_tells_each_preset_and_where_the_sign_turns() {
        Sensitivity sensitivity = Objects.requireNonNull(
                judge(aDocket().gaining(0.05).dearerBy(0.2)).sensitivity());

        assertThat(sensitivity.grid()).hasSize(25);
        assertThat(sensitivity.presets())
                .extracting(Sensitivity.PresetOutcome::strategy)
                .containsExactly("growth", "margin", "safety");
        assertThat(sensitivity.presets().get(1).recommendation()).isEqualTo(Recommendation.ROLLBACK);
        assertThat(Objects.requireNonNull(sensitivity.breakEven().value())).isCloseTo(0.05 * 0.012 / 0.2, within(1e-6));
        assertThat(sensitivity.text()).contains("2.250 times");
    }

    @Test
    void no_preset_is_bolder_than_invalid_evidence() {
        Sensitivity sensitivity = Objects.requireNonNull(
                judge(aDocket().gaining(0.05).alsoOn("refunds@13")).sensitivity());

        assertThat(sensitivity.presets())
                .extracting(Sensitivity.PresetOutcome::recommendation)
                .containsOnly(Recommendation.CONTINUE);
    }

    @Test
    void the_pinned_preset_says_what_the_verdict_says_and_tests_nothing_anew() {
        Past failed =
                judge(aDocket().gaining(0.006)).comparisons().get(0).look().past();

        Judgement later = judge(aDocket().gaining(0.05).past(failed));

        assertThat(Objects.requireNonNull(later.sensitivity()).presets().get(0))
                .extracting(Sensitivity.PresetOutcome::strategy, Sensitivity.PresetOutcome::recommendation)
                .containsExactly("growth", Recommendation.ITERATE);
    }

    @Test
    void another_strategy_may_answer_otherwise() {
        answers(
                judge(aDocket().gaining(0.05).dearerBy(0.2).strategy(1)),
                Status.SCORED,
                Recommendation.ROLLBACK,
                "SCORE_HARMFUL");
    }

    @Test
    void the_same_docket_gives_the_same_judgement() {
        Docket docket =
                aDocket().gaining(0.05).segment("de", 0.02).guardrail(0.03, 0).docket();

        assertThat(judge.judge(docket)).isEqualTo(new VerdictJudge().judge(docket));
    }
}
