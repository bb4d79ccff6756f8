package io.gatehouse.house;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of a verb: it was done, or refused with a reason. A refusal is a value, so that what it wrote (an audit event) commits.
 *
 * @param <T> what a done verb gives back
 */
public sealed interface Outcome<T> {
    /** It stands. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Nothing changed, except that the refusal may be on record. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** A value if there is one, else the refusal. */
    static <T> Outcome<T> of(Optional<T> value, Refusal otherwise) {
        return value.<Outcome<T>>map(Done::new).orElseGet(() -> new Refused<>(otherwise));
    }

    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }

    default <R> Outcome<R> map(Function<T, R> change) {
        return then(value -> new Done<>(change.apply(value)));
    }

    /** @throws IllegalStateException if it was refused; for callers who know that it cannot be */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Refused<T>(Refusal refusal) ->
                throw new IllegalStateException(refusal.sentence().english());
        };
    }
}
