package io.gatehouse.portal.ui.experiments;

import io.gatehouse.search.Filter;
import io.gatehouse.search.InvalidSearchException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What could come next in a filter that somebody is typing. */
final class FilterCompletion {
    private static final int MOST = 8;
    /** Where the clause begins that is being written. */
    private static final Pattern LAST_AND = Pattern.compile("(?i).*\\sAND\\s+", Pattern.DOTALL);

    private static final Pattern KEY_AND_SPACE = Pattern.compile("(\\S*`[^`]*`|[^\\s`]+)\\s+(\\S*)");

    private final List<RunKey> keys;

    FilterCompletion(List<RunKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * One way to go on.
     *
     * @param word that is offered, such as {@code metrics.val_auc}
     * @param filter the whole text with it
     */
    record Offer(String word, String filter) {}

    /** The likeliest words, at most eight; none where there is nothing to go on from. */
    List<Offer> of(String typed) {
        Matcher before = LAST_AND.matcher(typed);
        int start = before.lookingAt() ? before.end() : 0;
        String clause = typed.substring(start).stripLeading();
        if (clause.isEmpty() && start == 0) {
            return List.of();
        }
        String kept = typed.substring(0, typed.length() - clause.length());
        if (clause.endsWith(" ") && whole(clause)) {
            return List.of(new Offer("AND", typed.stripTrailing() + " AND "));
        }
        Matcher key = KEY_AND_SPACE.matcher(clause);
        if (key.matches()) {
            return comparisons(kept + key.group(1) + " ", key.group(1), key.group(2));
        }
        String sought = clause.toLowerCase(Locale.ROOT);
        return clause.contains(" ")
                ? List.of()
                : ranked(sought)
                        .limit(MOST)
                        .map(match -> new Offer(match.written(), kept + match.written() + " "))
                        .toList();
    }

    /** Those that begin so, with or without their prefix, before those that hold it somewhere. */
    private Stream<RunKey> ranked(String sought) {
        return Stream.concat(
                keys.stream().filter(key -> begins(key, sought)),
                keys.stream()
                        .filter(key -> !begins(key, sought)
                                && key.key().toLowerCase(Locale.ROOT).contains(sought)));
    }

    private static boolean begins(RunKey key, String sought) {
        return key.written().toLowerCase(Locale.ROOT).startsWith(sought)
                || key.key().toLowerCase(Locale.ROOT).startsWith(sought);
    }

    private List<Offer> comparisons(String before, String written, String begun) {
        return keys.stream()
                .filter(key -> key.written().equals(written))
                .findFirst()
                .map(key -> key.kind() == RunKey.Kind.METRIC
                        ? Stream.of(">", ">=", "<", "<=", "=", "!=")
                        : Stream.of("=", "!=", "LIKE", "ILIKE", "IS NULL", "IS NOT NULL"))
                .orElse(Stream.of())
                .filter(sign -> sign.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT)))
                .filter(sign -> !sign.equals(begun))
                .map(sign -> new Offer(sign, before + sign + " "))
                .toList();
    }

    private static boolean whole(String clause) {
        try {
            return !Filter.parse(clause).clauses().isEmpty();
        } catch (InvalidSearchException unfinished) {
            return false;
        }
    }
}
