package org.exops.registry.experiment.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.exops.registry.experiment.model.ExperimentState.Decidable;
import org.exops.registry.experiment.model.ExperimentState.Draft;
import org.exops.registry.experiment.model.ExperimentState.Withdrawable;
import org.exops.registry.strategy.model.Strategy;
import org.exops.registry.verdict.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One question about one surface, at one revision; every change makes the next.
 *
 * @param registration absent before registration
 * @param decision present once concluded
 */
public record Experiment(
        Identity identity,
        Edition edition,
        ExperimentState state,
        Configuration configuration,
        People people,
        Risk risk,
        @Nullable Registration registration,
        @Nullable Decision decision) {

    public static Experiment draft(
            Identity identity, Configuration configuration, Risk risk, String author, Instant now) {
        People people = People.author(author, configuration.business().decisionOwner());
        return new Experiment(identity, Edition.first(now), new Draft(), configuration, people, risk, null, null);
    }

    public Status status() {
        return state.status();
    }

    /** Another configuration for a draft. */
    public Ruling<Experiment> edited(Configuration other, Risk otherRisk, String editor, Instant now) {
        if (!(state instanceof Draft)) {
            return illegal("Only a draft may be changed; a registered plan is locked.");
        }
        People changed = people.edited(editor, other.business().decisionOwner());
        return Ruling.granted(
                new Experiment(identity, edition.next(now), state, other, changed, kept(otherRisk), null, null));
    }

    /** A newly derived risk, never below what an operator asked for. */
    public Risk kept(Risk derived) {
        return derived.keeping(risk.floor());
    }

    /** Whether registration is possible at all. */
    public Optional<Refusal> registrationRefusal() {
        return state instanceof Draft
                ? Optional.empty()
                : Optional.of(new Refusal.IllegalTransition(status(), "Only a draft can be registered."));
    }

    /** The draft, locked with what registration settles. */
    public Ruling<Experiment> registered(Registration frozen, Risk settled, String registrar) {
        if (!(state instanceof Draft draft)) {
            return illegal("Only a draft can be registered.");
        }
        return Ruling.granted(new Experiment(
                identity,
                edition.next(frozen.registeredAt()),
                draft.register(),
                configuration.settledFor(settled.tier()),
                people.registered(registrar),
                settled,
                frozen,
                null));
    }

    public Ruling<Experiment> withdrawn(@Nullable Verdict newest, Instant now) {
        if (!(state instanceof Withdrawable standing)) {
            return illegal("It cannot be withdrawn any more; end it by a decision.");
        }
        return NoEvidence.in(newest)
                .map(proof -> Ruling.granted(moved(standing.withdraw(proof), now)))
                .orElseGet(() -> illegal("There is evidence already; end it by a decision."));
    }

    public Ruling<Experiment> decided(@Nullable Verdict newest, Proposal proposal, Decider decider) {
        if (!(state instanceof Decidable standing)) {
            return illegal("There is nothing to decide.");
        }
        if (newest == null) {
            return illegal("There is no verdict to decide on yet.");
        }
        DecisionRules rules = new DecisionRules(this, newest, proposal, decider);
        return rules.refusal().<Ruling<Experiment>>map(Ruling::refused).orElseGet(() -> {
            Experiment concluded = moved(standing.decide(newest.id()), decider.at());
            return Ruling.granted(concluded.with(rules.decision()));
        });
    }

    /** Where news of its admission leads; the same experiment when they change nothing. */
    public Experiment after(AdmissionNews news, Instant now) {
        ExperimentState next = state.after(news);
        return next.equals(state) ? this : moved(next, now);
    }

    public Ruling<Experiment> raised(RiskTier tier, Reason reason, Instant now) {
        if (state.ended()) {
            return illegal("It has ended; its risk is what it was.");
        }
        if (!tier.above(risk.tier())) {
            return Ruling.refused(new Refusal.Broken(
                    List.of(new Breach("/tier", "A tier may only be raised; it is " + risk.tier() + " already."))));
        }
        return Ruling.granted(new Experiment(
                identity,
                edition.next(now),
                state,
                configuration,
                people,
                risk.keeping(new Risk.Floor(tier, reason)),
                registration,
                decision));
    }

    /** The strategy's numbers that hold for it, once registered. */
    public Optional<Strategy> strategy() {
        return Optional.ofNullable(registration).map(Registration::strategy);
    }

    private Experiment moved(ExperimentState next, Instant now) {
        return new Experiment(identity, edition.next(now), next, configuration, people, risk, registration, decision);
    }

    private Experiment with(Decision taken) {
        return new Experiment(identity, edition, state, configuration, people, risk, registration, taken);
    }

    private <T> Ruling<T> illegal(String detail) {
        return Ruling.refused(new Refusal.IllegalTransition(status(), detail));
    }
}
