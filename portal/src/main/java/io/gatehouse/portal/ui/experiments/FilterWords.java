package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.search.Clause;
import io.gatehouse.search.Comparator;
import io.gatehouse.search.Filter;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.search.Operand;
import java.util.List;
import java.util.stream.Collectors;

/** Says conditions, and what is wrong with them, to people. */
final class FilterWords {
    private static final int EXCERPT = 40;
    /** What is said of text that is no condition at all: the field says it better. */
    private static final String NO_CLAUSE = "Invalid clause(s) in filter string";

    private FilterWords() {}

    /** Such as <i>val_auc ≥ 0.88</i>. */
    static String said(Clause clause) {
        String key = clause.identifier().key();
        return switch (clause.comparator()) {
            case IS_NULL -> text("runs.filter.said.missing", key);
            case IS_NOT_NULL -> text("runs.filter.said.there", key);
            case LIKE, ILIKE -> contained(clause, key);
            case IN -> text("runs.filter.said.in", key, value(clause.operand()));
            case NOT_IN -> text("runs.filter.said.not-in", key, value(clause.operand()));
            default -> key + " " + sign(clause.comparator()) + " " + value(clause.operand());
        };
    }

    private static String contained(Clause clause, String key) {
        String pattern = value(clause.operand());
        String inner = pattern.length() > 1 && pattern.startsWith("%") && pattern.endsWith("%")
                ? pattern.substring(1, pattern.length() - 1)
                : pattern;
        String begin = pattern.endsWith("%") ? pattern.substring(0, pattern.length() - 1) : "";
        if (!begin.isEmpty() && !begin.contains("%") && !begin.contains("_")) {
            return text("runs.filter.said.begins", key, begin);
        }
        return inner.equals(pattern) || inner.contains("%") || inner.contains("_")
                ? text("runs.filter.said.like", key, pattern)
                : text("runs.filter.said.contains", key, inner);
    }

    private static String value(Operand operand) {
        return switch (operand) {
            case Operand.Figure figure -> figure.literal();
            case Operand.Text text -> text.value();
            case Operand.Texts texts -> texts.values().stream().collect(Collectors.joining(", "));
            case Operand.Nothing nothing -> "";
        };
    }

    private static String sign(Comparator comparator) {
        return switch (comparator) {
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
            case NOT_EQUAL -> "≠";
            default -> comparator.written();
        };
    }

    /** What cannot be read, from which character on, and the way out. */
    static String wrong(String filter, InvalidSearchException wrong, List<RunKey> keys) {
        int at = Math.min(wrong.at().orElse(0), filter.length());
        String rest = filter.substring(at).strip();
        String excerpt = rest.length() <= EXCERPT ? rest : rest.substring(0, EXCERPT) + "…";
        String message = String.valueOf(wrong.getMessage());
        String where = excerpt.isEmpty()
                ? text("runs.filter.unfinished")
                : message.startsWith(NO_CLAUSE)
                        ? text("runs.filter.unread", at + 1, excerpt)
                        : text("runs.filter.unfit", at + 1, excerpt, message);
        return where + " " + wayOut(filter, keys);
    }

    private static String wayOut(String filter, List<RunKey> keys) {
        return keys.stream()
                .filter(key -> filter.matches(
                        "(?s)(^|.*[\\s(])" + java.util.regex.Pattern.quote(key.key()) + "($|[\\s=!<>].*)"))
                .findFirst()
                .map(key -> text("runs.filter.meant", key.written()))
                .orElseGet(() -> text("runs.filter.way-out"));
    }

    /** The conditions of a filter; none if it is no filter. */
    static List<Clause> clauses(String filter) {
        try {
            return Filter.parse(filter).clauses();
        } catch (InvalidSearchException wrong) {
            return List.of();
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
