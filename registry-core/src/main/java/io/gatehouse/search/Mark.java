package io.gatehouse.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The value of one sort key of a row, as a page token carries it. */
public sealed interface Mark {
    /** Nothing there: no such metric, param or tag, or an attribute that was never set. */
    record Missing() implements Mark {}

    /** A metric that is not a number. */
    record NotANumber() implements Mark {}

    /** A whole number. */
    record Whole(long value) implements Mark {}

    /** A metric; never NaN. */
    record Measured(double value) implements Mark {}

    /** @param micros microseconds since 1970, as fine as moments are stored */
    record Moment(long micros) implements Mark {
        public static Moment of(Instant at) {
            return new Moment(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        }

        /** As it is bound in a query. */
        public OffsetDateTime at() {
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }
    }

    record Text(String value) implements Mark {
        /** As an id of the house; empty if it is none. */
        public Optional<UUID> uuid() {
            try {
                return Optional.of(UUID.fromString(value));
            } catch (IllegalArgumentException noId) {
                return Optional.empty();
            }
        }
    }

    /**
     * A text too long to be carried: who comes back with it has it looked up.
     *
     * @param digest the first sixteen bytes of its SHA-256, in hexadecimal
     */
    record LongText(String digest) implements Mark {}
}
