package io.gatehouse.search;

import java.util.List;
import java.util.stream.Collectors;

/** The right side of a clause. */
public sealed interface Operand {
    /** As filters write it; empty for nothing. */
    default String written() {
        return switch (this) {
            case Figure figure -> figure.literal();
            case Text text -> quoted(text.value());
            case Texts texts ->
                texts.values().stream().map(Operand::quoted).collect(Collectors.joining(", ", "(", ")"));
            case Nothing nothing -> "";
        };
    }

    private static String quoted(String text) {
        String quote = text.indexOf('\'') < 0 ? "'" : "\"";
        return quote + text + quote;
    }

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
