package io.gatehouse.reports;

import java.util.regex.Pattern;

/** Makes foreign text harmless for a workbook without changing how it reads. */
final class SafeText {
    /** The most that a cell can hold. */
    private static final int LONGEST = 32_767;

    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    /** Excel reads {@code _x0041_} in a stored string as “A”; the underscore itself is written {@code _x005F_}. */
    private static final Pattern ESCAPE_LOOKALIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private SafeText() {}

    /** Whether a program could take the text for a formula once somebody edits or copies the cell. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** Without characters that XML forbids, and cut to what a cell can hold. */
    static String stored(String text) {
        if (harmless(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(SafeText::permitted).forEach(clean::appendCodePoint);
        if (clean.length() > LONGEST) {
            int end = Character.isHighSurrogate(clean.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
            clean.setLength(end);
            clean.append('…');
        }
        return ESCAPE_LOOKALIKE.matcher(clean).replaceAll("_x005F_");
    }

    /** Whether it can be stored as it is; nearly every text can, and a long list asks of millions. */
    private static boolean harmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean escape = character == '_' && i + 1 < text.length() && text.charAt(i + 1) == 'x';
            if (character < ' ' || character >= Character.MIN_SURROGATE || escape) {
                return false;
            }
        }
        return text.length() <= LONGEST;
    }

    private static int permitted(int character) {
        boolean forbidden = (character < 0x20 && character != '\t' && character != '\n' && character != '\r')
                || (character >= 0xD800 && character <= 0xDFFF)
                || character == 0xFFFE
                || character == 0xFFFF;
        return forbidden ? 0xFFFD : character;
    }
}
