package org.exops.registry.experiment.model;

import java.util.UUID;

/**
 * Where an experiment stands. A transition is a method of the state that may make it, so an illegal one does not compile;
 * {@link Withdrawable} and {@link Decidable} name what callers may ask of a state they do not know.
 */
public sealed interface ExperimentState {

    Status status();

    /** Whether a run was released before it was decided upon. */
    default boolean truncated() {
        return false;
    }

    /** Whether nothing can change any more. */
    default boolean ended() {
        return false;
    }

    /** Where news of the admission leads; a state that admissions do not move stays. */
    default ExperimentState after(AdmissionNews news) {
        return this;
    }

    /** May still be given up. */
    sealed interface Withdrawable extends ExperimentState {
        /** Evidence ends by a decision, so the caller shows that there is none. */
        Withdrawn withdraw(NoEvidence proof);
    }

    /** May be concluded. */
    sealed interface Decidable extends ExperimentState {
        Concluded decide(UUID verdict);
    }

    /** May be changed at will. */
    record Draft() implements Withdrawable {
        @Override
        public Status status() {
            return Status.DRAFT;
        }

        public Registered register() {
            return new Registered(false);
        }

        @Override
        public Withdrawn withdraw(NoEvidence proof) {
            return new Withdrawn();
        }
    }

    /** Locked, and not asking to run. */
    record Registered(boolean truncated) implements Withdrawable, Decidable {
        @Override
        public Status status() {
            return Status.REGISTERED;
        }

        public Queued queue() {
            return new Queued(truncated);
        }

        public Running grant() {
            return new Running(truncated);
        }

        @Override
        public ExperimentState after(AdmissionNews news) {
            return switch (news.standing()) {
                case QUEUED -> queue();
                case GRANTED -> grant();
                case SUSPENDED -> grant().suspend();
                // A lease that was never heard of came and went in between.
                case RELEASED -> news.newLease() ? grant().release() : this;
                case DENIED -> this;
            };
        }

        @Override
        public Withdrawn withdraw(NoEvidence proof) {
            return new Withdrawn();
        }

        @Override
        public Concluded decide(UUID verdict) {
            return new Concluded(verdict, truncated);
        }
    }

    /** Waits for a slot. */
    record Queued(boolean truncated) implements Withdrawable, Decidable {
        @Override
        public Status status() {
            return Status.QUEUED;
        }

        public Running grant() {
            return new Running(truncated);
        }

        public Registered release() {
            return new Registered(truncated);
        }

        @Override
        public ExperimentState after(AdmissionNews news) {
            return switch (news.standing()) {
                case QUEUED, DENIED -> this;
                case GRANTED -> grant();
                case SUSPENDED -> grant().suspend();
                case RELEASED -> news.newLease() ? grant().release() : release();
            };
        }

        @Override
        public Withdrawn withdraw(NoEvidence proof) {
            return new Withdrawn();
        }

        @Override
        public Concluded decide(UUID verdict) {
            return new Concluded(verdict, truncated);
        }
    }

    /** Holds a lease, draining or not. */
    record Running(boolean truncated) implements Decidable {
        @Override
        public Status status() {
            return Status.RUNNING;
        }

        public Suspended suspend() {
            return new Suspended(truncated);
        }

        public Registered release() {
            return new Registered(true);
        }

        @Override
        public ExperimentState after(AdmissionNews news) {
            return switch (news.standing()) {
                case QUEUED -> release().queue();
                case GRANTED, DENIED -> this;
                case SUSPENDED -> suspend();
                case RELEASED -> release();
            };
        }

        @Override
        public Concluded decide(UUID verdict) {
            return new Concluded(verdict, truncated);
        }
    }

    /** Keeps its slot and treats nobody. */
    record Suspended(boolean truncated) implements Decidable {
        @Override
        public Status status() {
            return Status.SUSPENDED;
        }

        public Running resume() {
            return new Running(truncated);
        }

        public Registered release() {
            return new Registered(truncated);
        }

        @Override
        public ExperimentState after(AdmissionNews news) {
            return switch (news.standing()) {
                case QUEUED -> release().queue();
                case GRANTED -> resume();
                case SUSPENDED, DENIED -> this;
                case RELEASED -> release();
            };
        }

        @Override
        public Concluded decide(UUID verdict) {
            return new Concluded(verdict, truncated);
        }
    }

    /** Ended by a decision on a verdict. */
    record Concluded(UUID verdict, boolean truncated) implements ExperimentState {
        @Override
        public Status status() {
            return Status.CONCLUDED;
        }

        @Override
        public boolean ended() {
            return true;
        }
    }

    /** Given up before there was evidence. */
    record Withdrawn() implements ExperimentState {
        @Override
        public Status status() {
            return Status.WITHDRAWN;
        }

        @Override
        public boolean ended() {
            return true;
        }
    }
}
