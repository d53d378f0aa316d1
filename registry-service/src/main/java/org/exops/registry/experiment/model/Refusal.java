package org.exops.registry.experiment.model;

import java.util.List;
import java.util.UUID;

/** Why a wish about an experiment is not granted; every caller answers every case. */
public sealed interface Refusal {

    <T> T fold(Cases<T> cases);

    /** One method per refusal. */
    interface Cases<T> {
        T unknown(Unknown it);

        T keyTaken(KeyTaken it);

        T broken(Broken it);

        T unknownStrategy(UnknownStrategy it);

        T illegalTransition(IllegalTransition it);

        T repeatsPriorAttempt(RepeatsPriorAttempt it);

        T superseded(Superseded it);

        T blocked(Blocked it);

        T overrideRequired(OverrideRequired it);

        T fourEyes(FourEyes it);

        T notYours(NotYours it);
    }

    /** There is no such experiment. */
    record Unknown(String reference) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown(this);
        }
    }

    /** Another experiment has the key. */
    record KeyTaken(String key) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.keyTaken(this);
        }
    }

    /** Values break rules. */
    record Broken(List<Breach> breaches) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.broken(this);
        }
    }

    /** Nobody published the strategy. */
    record UnknownStrategy(String name) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknownStrategy(this);
        }
    }

    /** The status does not allow it. */
    record IllegalTransition(Status status, String detail) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.illegalTransition(this);
        }
    }

    /** It was tried before, failed, and nobody said that they know. */
    record RepeatsPriorAttempt(List<PriorAttempt> attempts) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.repeatsPriorAttempt(this);
        }
    }

    /** A newer verdict exists than the one that was read. */
    record Superseded(UUID newest) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.superseded(this);
        }
    }

    /** A gate is open; nobody may roll out. */
    record Blocked() implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.blocked(this);
        }
    }

    /** Bolder than the verdict recommends. */
    record OverrideRequired(Outcome wanted, String because) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.overrideRequired(this);
        }
    }

    /** Nobody overrides in their own cause. */
    record FourEyes(String subject) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.fourEyes(this);
        }
    }

    /** The role does not allow it. */
    record NotYours(String detail) implements Refusal {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notYours(this);
        }
    }
}
