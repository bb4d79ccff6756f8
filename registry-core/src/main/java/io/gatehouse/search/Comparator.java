package io.gatehouse.search;

/** The comparisons of the language. */
public enum Comparator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    LIKE("LIKE"),
    ILIKE("ILIKE"),
    IN("IN"),
    NOT_IN("NOT IN"),
    IS_NULL("IS NULL"),
    IS_NOT_NULL("IS NOT NULL");

    private final String written;

    Comparator(String written) {
        this.written = written;
    }

    /** As it is written in a filter. */
    public String written() {
        return written;
    }

    boolean isNullTest() {
        return this == IS_NULL || this == IS_NOT_NULL;
    }

    boolean isList() {
        return this == IN || this == NOT_IN;
    }
}
