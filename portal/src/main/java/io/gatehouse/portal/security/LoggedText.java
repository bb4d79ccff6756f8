package io.gatehouse.portal.security;

import java.util.Locale;

/** Text of others as it may stand in a line of the log: whatever would begin a line, colour it or turn it round is spelled out. */
final class LoggedText {
    private LoggedText() {}

    static String plain(String text) {
        if (text.chars().noneMatch(LoggedText::acts)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16);
        text.chars().forEach(character -> {
            if (!acts(character)) {
                plain.append((char) character);
            } else if (character == '\n') {
                plain.append("\\n");
            } else if (character == '\r') {
                plain.append("\\r");
            } else {
                plain.append(String.format(Locale.ROOT, "\\u%04x", character));
            }
        });
        return plain.toString();
    }

    /** Controls but the tab, the separators of lines and paragraphs, and what changes the direction of writing. */
    private static boolean acts(int character) {
        return Character.isISOControl(character) && character != '\t'
                || character == 0x2028
                || character == 0x2029
                || character >= 0x202a && character <= 0x202e
                || character >= 0x2066 && character <= 0x2069;
    }
}
