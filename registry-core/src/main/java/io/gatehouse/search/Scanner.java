package io.gatehouse.search;

import java.util.Locale;
import java.util.regex.Pattern;

/** Walks over the text of a filter or an ordering. */
final class Scanner {
    private static final String ENDS_BARE = "=!<>(),;'\"`";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    /** Whether a key can be written without quotes. */
    static boolean isBare(String key) {
        return !key.isEmpty()
                && !isNumber(key)
                && key.chars().noneMatch(c -> Character.isWhitespace(c) || ENDS_BARE.indexOf(c) >= 0);
    }

    /** How many characters were read. */
    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return text.charAt(at);
    }

    String rest() {
        return text.substring(at);
    }

    boolean skipSpace() {
        int before = at;
        while (!atEnd() && Character.isWhitespace(peek())) {
            at++;
        }
        return at > before;
    }

    /** Takes a character if it is next. */
    boolean take(char expected) {
        if (atEnd() || peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    /** Takes a word of letters, in any case, if it is next and ends there. */
    boolean takeWord(String word) {
        int end = at + word.length();
        boolean next = text.regionMatches(true, at, word, 0, word.length());
        if (!next || end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            return false;
        }
        at = end;
        return true;
    }

    /** Everything up to the next space, quote or operator; may be empty. */
    String bare() {
        int start = at;
        while (!atEnd() && !Character.isWhitespace(peek()) && ENDS_BARE.indexOf(peek()) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** A run of operator signs. */
    String signs() {
        int start = at;
        while (!atEnd() && "=!<>".indexOf(peek()) >= 0) {
            at++;
        }
        return text.substring(start, at);
    }

    boolean atQuote(String quotes) {
        return !atEnd() && quotes.indexOf(peek()) >= 0;
    }

    /** What stands between the quote that is next and its like; there are no escapes. */
    String quoted(String whole) {
        int close = text.indexOf(peek(), at + 1);
        if (close < 0) {
            throw new InvalidSearchException("Invalid clause(s) in filter string: a quote is not closed in " + whole);
        }
        String inner = text.substring(at + 1, close);
        at = close + 1;
        return inner;
    }

    /** An identifier: a prefix up to the first dot and a key, either of them quoted where it holds odd characters. */
    Identifier identifier(String whole) {
        if (atQuote("`\"")) {
            return new Identifier("", quoted(whole));
        }
        String word = bare();
        if (word.isEmpty() || isNumber(word)) {
            throw new InvalidSearchException("Invalid clause(s) in filter string: Expected 'Identifier' found '"
                    + (word.isEmpty() ? rest() : word) + "' in " + whole);
        }
        int dot = word.indexOf('.');
        if (dot == word.length() - 1 && dot > 0 && atQuote("`\"")) {
            return new Identifier(word.substring(0, dot), quoted(whole));
        }
        return dot < 0 ? new Identifier("", word) : new Identifier(word.substring(0, dot), word.substring(dot + 1));
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
