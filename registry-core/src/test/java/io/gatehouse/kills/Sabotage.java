package io.gatehouse.kills;

import java.util.Arrays;

/** Ways to build a house worse than it is: the books of a killed one must tell each of them, or they would tell nothing. */
enum Sabotage {
    /** Each statement is committed by itself. */
    NO_TRANSACTIONS {
        @Override
        boolean isToldBy(String fault) {
            return Arrays.stream(MustNotBe.values()).anyMatch(wrong -> fault.startsWith(wrong + ":"));
        }
    },
    /** Clients hear that all is done, and a moment later it is written. */
    WORD_BEFORE_DEED {
        @Override
        boolean isToldBy(String fault) {
            return fault.startsWith(Books.LOST);
        }
    },
    /** Files grow under the name by which they are found. */
    FILES_IN_PLACE {
        @Override
        boolean isToldBy(String fault) {
            return fault.startsWith(Books.HALF_A_FILE);
        }
    };

    static final String PROPERTY = "gatehouse.sabotage";

    /** Whether this is what such a house must be found out by. */
    abstract boolean isToldBy(String fault);
}
