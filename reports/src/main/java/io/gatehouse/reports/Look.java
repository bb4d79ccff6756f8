package io.gatehouse.reports;

/** How a cell looks, apart from its number format. */
enum Look {
    TITLE,
    /** The sentence under the title. */
    LEAD,
    PROSE,
    /** A quiet line that runs over the columns at its right. */
    NOTE,
    QUIET,
    HEADING,
    HEADER,
    BODY,
    /** A word instead of a figure that is absent. */
    ABSENT,
    LABEL,
    KEY,
    /** A cell that the reader may change; formulas follow. */
    INPUT,
    /** Counted by a formula. */
    RESULT,
    LINK;

    /** Whether its text keeps a distance from the cells beside it. */
    boolean inTable() {
        return switch (this) {
            case HEADER, BODY, ABSENT, LABEL, KEY, INPUT, RESULT, LINK -> true;
            case TITLE, LEAD, PROSE, NOTE, QUIET, HEADING -> false;
        };
    }
}
