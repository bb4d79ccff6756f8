package io.gatehouse.search;

import java.util.Objects;

/**
 * How a name begins, as an index of names has it: in lower case, and no longer than an index takes.
 *
 * @param text in lower case, of at most {@link #LONGEST} letters of the name
 */
public record Beginning(String text) {
    /** Letters of a name that count. */
    public static final int LONGEST = 100;

    private static final int BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;
    private static final int AFTER_SURROGATES = Character.MAX_SURROGATE + 1;

    /** Of a name, or of as much of it as somebody typed. */
    public static Beginning of(String name) {
        int end =
                name.codePointCount(0, name.length()) <= LONGEST ? name.length() : name.offsetByCodePoints(0, LONGEST);
        return new Beginning(Objects.requireNonNull(CaseFold.fold(name.substring(0, end))));
    }

    /**
     * Above all that begins so, by the order of letters' numbers, and above little else: the next letter in place of the last. Of the
     * very last letter there is that is the letter before it that is moved on.
     */
    public String above() {
        int end = text.length();
        while (end > 0) {
            int last = text.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                return text.substring(0, end)
                        + Character.toString(last == BEFORE_SURROGATES ? AFTER_SURROGATES : last + 1);
            }
        }
        return Character.toString(Character.MAX_CODE_POINT);
    }
}
