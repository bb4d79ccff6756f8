package io.gatehouse.search;

import java.util.List;

/** The right side of a clause. */
public sealed interface Operand {
    /** An unquoted number, as it was written. */
    record Figure(String literal) implements Operand {}

    /** Quoted text; the language has no escapes. */
    record Text(String value) implements Operand {}

    /** A list of quoted texts, never empty. */
    record Texts(List<String> values) implements Operand {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /** Nothing: IS NULL and IS NOT NULL have no right side. */
    record Nothing() implements Operand {}
}
