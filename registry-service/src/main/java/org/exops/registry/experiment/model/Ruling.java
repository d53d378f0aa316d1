package org.exops.registry.experiment.model;

import java.util.function.Function;

/** The answer to a wish: what came of it, or why not. */
public sealed interface Ruling<T> {

    <R> R fold(Function<? super T, ? extends R> granted, Function<? super Refusal, ? extends R> refused);

    static <T> Ruling<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Ruling<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** It may be. */
    record Granted<T>(T value) implements Ruling<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> granted, Function<? super Refusal, ? extends R> refused) {
            return granted.apply(value);
        }
    }

    /** It may not be. */
    record Refused<T>(Refusal refusal) implements Ruling<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> granted, Function<? super Refusal, ? extends R> refused) {
            return refused.apply(refusal);
        }
    }
}
