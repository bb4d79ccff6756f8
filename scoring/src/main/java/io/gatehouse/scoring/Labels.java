package io.gatehouse.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a label column and which of them is positive. 1, 1.0 and 01 are one value; so are true and TRUE.
 *
 * @param column name of the label column
 * @param found spellings in the table, lower case
 */
record Labels(String column, List<String> found) {

    sealed interface Resolution {}

    /** @param spellings that count as positive */
    record Resolved(List<String> spellings) implements Resolution {}

    record Unresolved(Refusal refusal) implements Resolution {}

    Resolution resolve(@Nullable String positiveLabel) {
        Set<String> values = found.stream().map(Labels::canonical).collect(Collectors.toCollection(TreeSet::new));
        if (values.size() > 2) {
            return unresolved(RefusalCode.LABEL_NOT_BINARY);
        }
        String positive = positiveLabel == null ? undeclared(values) : declared(values, positiveLabel);
        if (positive == null) {
            return positiveLabel == null
                    ? unresolved(RefusalCode.POSITIVE_LABEL_UNDECLARED)
                    : unresolved(RefusalCode.POSITIVE_LABEL_UNKNOWN, "positive", positiveLabel);
        }
        return new Resolved(found.stream()
                .filter(spelling -> canonical(spelling).equals(positive))
                .toList());
    }

    /** With 0 and 1, or false and true, nobody needs to say which is positive. */
    private static @Nullable String undeclared(Set<String> values) {
        if (Set.of("0", "1").containsAll(values)) {
            return "1";
        }
        return Set.of("false", "true").containsAll(values) ? "true" : null;
    }

    /** A column of truth values may be declared with 1, as Python's True equals 1, and the other way round. */
    private static @Nullable String declared(Set<String> values, String positiveLabel) {
        String positive = canonical(positiveLabel);
        if (values.contains(positive)) {
            return positive;
        }
        String twin = switch (positive) {
            case "1" -> "true";
            case "0" -> "false";
            case "true" -> "1";
            case "false" -> "0";
            default -> "";
        };
        if (values.contains(twin)) {
            return twin;
        }
        // A table in which all labels are 0 lacks a class, not a declaration.
        return Set.of("0", "1").containsAll(values) && positive.matches("[01]") ? positive : null;
    }

    private Unresolved unresolved(RefusalCode code, String... more) {
        Object[] parameters = new Object[4 + more.length];
        parameters[0] = "column";
        parameters[1] = column;
        parameters[2] = "values";
        parameters[3] = String.join(", ", found);
        System.arraycopy(more, 0, parameters, 4, more.length);
        return new Unresolved(Refusal.of(code, parameters));
    }

    /** One spelling for all that mean the same number or word. */
    static String canonical(String spelling) {
        String text = spelling.strip().toLowerCase(Locale.ROOT);
        // Exponents are left alone: 1e999999999 as a BigDecimal would take the machine's memory when written out.
        if (text.length() > 20 || !text.matches("[+-]?\\d+(\\.\\d+)?")) {
            return text;
        }
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
}
