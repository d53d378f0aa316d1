package org.exops.registry.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exops.registry.AVerdict.aVerdict;
import static org.exops.registry.AnExperiment.NOW;
import static org.exops.registry.AnExperiment.aPrompt;
import static org.exops.registry.AnExperiment.anExperiment;
import static org.exops.registry.AnExperiment.variant;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.exops.registry.experiment.model.AdmissionNews.Standing;
import org.exops.registry.variant.model.VariantRole;
import org.exops.registry.verdict.model.Recommendation;
import org.exops.registry.verdict.model.Verdict;
import org.exops.registry.verdict.model.VerdictStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static final Decider OWNER = new Decider("alice", true, false, NOW);
    private static final Decider SECOND = new Decider("paula", false, true, NOW);

    @Test
    void registration_locks_the_plan_and_fills_in_what_was_open() {
        // When
        Experiment registered = anExperiment().registered();
        // Then
        assertThat(registered.status()).isEqualTo(Status.REGISTERED);
        assertThat(registered.edition().revision()).isEqualTo(2);
        assertThat(registered.configuration().plan().evidence()).isEqualTo(EvidencePlan.OFFLINE);
        assertThat(registered.configuration().plan().unit()).isEqualTo(RandomisationUnit.CASE);
        assertThat(registered.people()).isEqualTo(new People("carol", "carol", "dave", "alice"));
    }

    @Test
    void more_risk_asks_for_production_evidence_per_user() {
        assertThat(anExperiment().configuration().plan().settledFor(RiskTier.ELEVATED))
                .extracting(Plan::evidence, Plan::unit)
                .containsExactly(EvidencePlan.PRODUCTION, RandomisationUnit.USER);
    }

    @Test
    void a_registered_experiment_is_not_edited() {
        // Given
        Experiment registered = anExperiment().registered();
        // When, Then
        assertThat(refusal(registered.edited(registered.configuration(), registered.risk(), "carol", NOW)))
                .isInstanceOf(Refusal.IllegalTransition.class);
    }

    @Test
    void is_withdrawn_while_there_is_no_evidence() {
        assertThat(granted(anExperiment().registered().withdrawn(null, NOW)).status())
                .isEqualTo(Status.WITHDRAWN);
        assertThat(granted(anExperiment()
                                .registered()
                                .withdrawn(aVerdict().withoutEvidence().build(), NOW))
                        .status())
                .isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void is_not_withdrawn_once_there_is_evidence() {
        assertThat(refusal(anExperiment().registered().withdrawn(aVerdict().build(), NOW)))
                .isInstanceOf(Refusal.IllegalTransition.class);
    }

    @Test
    void is_not_withdrawn_while_it_runs() {
        // Given
        Experiment running = anExperiment().registered().after(new AdmissionNews(Standing.GRANTED, true), NOW);
        // When, Then
        assertThat(refusal(running.withdrawn(null, NOW))).isInstanceOf(Refusal.IllegalTransition.class);
    }

    @Test
    void follows_the_recommendation() {
        // When
        Experiment concluded = granted(decide(scored(Recommendation.ROLLOUT), Outcome.ROLLOUT, "B", null, OWNER));
        // Then
        assertThat(concluded.status()).isEqualTo(Status.CONCLUDED);
        assertThat(concluded.decision())
                .extracting(Decision::outcome, Decision::variant, Decision::decidedBy, Decision::overrides)
                .containsExactly(Outcome.ROLLOUT, "B", "alice", false);
    }

    @Test
    void the_only_treatment_need_not_be_named() {
        assertThat(granted(decide(scored(Recommendation.ROLLOUT), Outcome.ROLLOUT, null, null, OWNER))
                        .decision())
                .extracting(Decision::variant)
                .isEqualTo("B");
    }

    @Test
    void caution_beyond_the_recommendation_is_free() {
        assertThat(granted(decide(scored(Recommendation.ROLLOUT), Outcome.ROLLBACK, null, null, OWNER))
                        .status())
                .isEqualTo(Status.CONCLUDED);
    }

    @Test
    void to_go_on_collecting_counts_as_to_iterate() {
        assertThat(granted(decide(scored(Recommendation.CONTINUE), Outcome.ITERATE, null, null, OWNER))
                        .status())
                .isEqualTo(Status.CONCLUDED);
        assertThat(refusal(decide(scored(Recommendation.CONTINUE), Outcome.ROLLOUT, null, null, OWNER)))
                .isInstanceOf(Refusal.OverrideRequired.class);
    }

    @Test
    void boldness_needs_an_override() {
        assertThat(refusal(decide(scored(Recommendation.ROLLBACK), Outcome.ITERATE, null, null, OWNER)))
                .isEqualTo(new Refusal.OverrideRequired(Outcome.ITERATE, "the verdict recommends ROLLBACK"));
    }

    @Test
    void a_rollout_on_a_weak_verdict_needs_an_override() {
        for (VerdictStatus weak : List.of(VerdictStatus.COLLECTING, VerdictStatus.INVALID)) {
            Verdict verdict = aVerdict()
                    .being(weak)
                    .recommending(Recommendation.ROLLOUT)
                    .comparing("B", weak, Recommendation.ROLLOUT)
                    .build();
            assertThat(refusal(decide(verdict, Outcome.ROLLOUT, "B", null, OWNER)))
                    .isInstanceOf(Refusal.OverrideRequired.class);
        }
    }

    @Test
    void a_second_person_overrides_in_their_own_name() {
        // When
        Experiment concluded = granted(
                decide(scored(Recommendation.ROLLBACK), Outcome.ROLLOUT, "B", "the loss is a data fault", SECOND));
        // Then
        assertThat(concluded.decision())
                .extracting(Decision::decidedBy, Decision::justification)
                .containsExactly("paula", "the loss is a data fault");
    }

    @Test
    void nobody_overrides_in_their_own_cause() {
        for (String own : List.of("alice", "carol", "dave")) {
            Decider involved = new Decider(own, true, true, NOW);
            assertThat(refusal(decide(scored(Recommendation.ROLLBACK), Outcome.ROLLOUT, "B", "trust me", involved)))
                    .isEqualTo(new Refusal.FourEyes(own));
        }
    }

    @Test
    void an_experimenter_does_not_override() {
        assertThat(refusal(decide(scored(Recommendation.ROLLBACK), Outcome.ROLLOUT, "B", "trust me", OWNER)))
                .isInstanceOf(Refusal.NotYours.class);
    }

    @Test
    void without_an_override_a_stranger_does_not_decide() {
        assertThat(refusal(decide(scored(Recommendation.ROLLOUT), Outcome.ROLLOUT, "B", null, SECOND)))
                .isInstanceOf(Refusal.NotYours.class);
    }

    @Test
    void no_override_lifts_a_block() {
        // Given
        Verdict blocked = aVerdict()
                .being(VerdictStatus.BLOCKED)
                .recommending(Recommendation.ROLLBACK)
                .build();
        // When, Then
        assertThat(refusal(decide(blocked, Outcome.ROLLOUT, "B", "please", SECOND)))
                .isEqualTo(new Refusal.Blocked());
        assertThat(refusal(decide(blocked, Outcome.ROLLOUT, "B", null, OWNER))).isEqualTo(new Refusal.Blocked());
        assertThat(granted(decide(blocked, Outcome.ROLLBACK, null, null, OWNER)).status())
                .isEqualTo(Status.CONCLUDED);
    }

    @Test
    void an_older_verdict_is_superseded() {
        // Given
        Verdict newest = scored(Recommendation.ROLLOUT);
        Proposal stale = new Proposal(Outcome.ROLLOUT, "B", "good", new UUID(0, 9), null, NO_LESSONS);
        // When, Then
        assertThat(refusal(anExperiment().registered().decided(newest, stale, OWNER)))
                .isEqualTo(new Refusal.Superseded(newest.id()));
    }

    @Test
    void nothing_is_decided_without_a_verdict() {
        // Given
        Proposal early = new Proposal(Outcome.ROLLBACK, null, "bad", new UUID(0, 9), null, NO_LESSONS);
        // When, Then
        assertThat(refusal(anExperiment().registered().decided(null, early, OWNER)))
                .isInstanceOf(Refusal.IllegalTransition.class);
    }

    @Test
    void a_draft_is_not_decided_upon() {
        // Given
        Verdict newest = scored(Recommendation.ROLLOUT);
        Proposal early = new Proposal(Outcome.ROLLBACK, null, "bad", newest.id(), null, NO_LESSONS);
        // When, Then
        assertThat(refusal(anExperiment().draft().decided(newest, early, OWNER)))
                .isInstanceOf(Refusal.IllegalTransition.class);
    }

    @Test
    void of_several_treatments_the_one_rolled_out_is_named_and_its_own_recommendation_counts() {
        // Given
        Experiment three = anExperiment()
                .comparing(
                        variant("A", VariantRole.CONTROL, aPrompt("long")),
                        variant("B", VariantRole.TREATMENT, aPrompt("short")),
                        variant("C", VariantRole.TREATMENT, aPrompt("shorter")))
                .sharing(Map.of("B", 0.3, "C", 0.3))
                .registered();
        Verdict verdict = aVerdict()
                .recommending(Recommendation.ROLLOUT)
                .comparing("B", VerdictStatus.SCORED, Recommendation.ROLLOUT)
                .comparing("C", VerdictStatus.SCORED, Recommendation.ROLLBACK)
                .build();
        // When, Then
        assertThat(refusal(three.decided(verdict, proposal(verdict, Outcome.ROLLOUT, null, null), OWNER)))
                .isInstanceOf(Refusal.Broken.class);
        assertThat(refusal(three.decided(verdict, proposal(verdict, Outcome.ROLLOUT, "A", null), OWNER)))
                .isInstanceOf(Refusal.Broken.class);
        assertThat(refusal(three.decided(verdict, proposal(verdict, Outcome.ROLLOUT, "C", null), OWNER)))
                .isInstanceOf(Refusal.OverrideRequired.class);
        assertThat(granted(three.decided(verdict, proposal(verdict, Outcome.ROLLOUT, "B", null), OWNER))
                        .decision())
                .extracting(Decision::variant)
                .isEqualTo("B");
    }

    @Test
    void a_tier_is_only_raised() {
        // Given
        Reason reason = new Reason("RAISED_BY_OPERATOR", "a peak week");
        Experiment low = anExperiment().registered();
        // When
        Experiment high = granted(low.raised(RiskTier.HIGH, reason, NOW));
        // Then
        assertThat(high.risk().tier()).isEqualTo(RiskTier.HIGH);
        assertThat(refusal(high.raised(RiskTier.ELEVATED, reason, NOW))).isInstanceOf(Refusal.Broken.class);
        assertThat(refusal(low.raised(RiskTier.LOW, reason, NOW))).isInstanceOf(Refusal.Broken.class);
    }

    private static final Decision.Lessons NO_LESSONS = new Decision.Lessons(null, List.of());

    private static Verdict scored(Recommendation recommendation) {
        return aVerdict()
                .recommending(recommendation)
                .comparing("B", VerdictStatus.SCORED, recommendation)
                .build();
    }

    private static Ruling<Experiment> decide(
            Verdict verdict,
            Outcome outcome,
            @Nullable String variant,
            @Nullable String justification,
            Decider decider) {
        return anExperiment()
                .registered()
                .decided(verdict, proposal(verdict, outcome, variant, justification), decider);
    }

    private static Proposal proposal(
            Verdict verdict, Outcome outcome, @Nullable String variant, @Nullable String justification) {
        return new Proposal(outcome, variant, "because", verdict.id(), justification, NO_LESSONS);
    }

    private static Experiment granted(Ruling<Experiment> ruling) {
        return ruling.fold(experiment -> experiment, refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    private static Refusal refusal(Ruling<Experiment> ruling) {
        return ruling.fold(
                experiment -> {
                    throw new AssertionError("granted");
                },
                refusal -> refusal);
    }
}
