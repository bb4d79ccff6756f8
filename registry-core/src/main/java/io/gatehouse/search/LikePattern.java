package io.gatehouse.search;

/** Patterns of {@code like ? escape '!'} of words that somebody typed, in which no letter stands for others. */
public final class LikePattern {
    private LikePattern() {}

    /** Just this text. */
    public static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** This text anywhere. */
    public static String containing(String text) {
        return "%" + literal(text) + "%";
    }

    /** This text at the beginning. */
    public static String beginning(String text) {
        return literal(text) + "%";
    }
}
