package io.gatehouse.artifacts;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Tells paths that may mean another place: to a proxy that decodes once more, to Windows, to a URL parser, or after Unicode
 * normalisation. The blobs never lie under these names, so this guards the table and the clients that download by it.
 */
final class UnsafePaths {
    private static final int MOST_DECODINGS = 10;
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    /** A drive letter, or a scheme such as {@code file:}. */
    private static final Pattern SCHEME =
            Pattern.compile("\\s*(?:[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]*:/|(?i:file):).*", Pattern.DOTALL);
    /** Dots and blanks alone, also with the parameters that servlet containers cut off. */
    private static final Pattern DOTS = Pattern.compile("[\\s.]+(?:;.*)?", Pattern.DOTALL);

    private UnsafePaths() {}

    static boolean unsafe(String path) {
        if (ArtifactPath.bytes(path) > ArtifactPath.LONGEST_PATH) {
            return true;
        }
        String text = path;
        for (int i = 0; i < MOST_DECODINGS; i++) {
            if (suspicious(text) || suspicious(Normalizer.normalize(text, Normalizer.Form.NFKC))) {
                return true;
            }
            String decoded = decode(text);
            if (decoded.equals(text)) {
                return false;
            }
            text = decoded;
        }
        // Nobody encodes a name ten times in good faith.
        return true;
    }

    private static boolean suspicious(String text) {
        if (text.isEmpty()) {
            return false;
        }
        if (text.indexOf('\\') >= 0
                || text.indexOf('#') >= 0
                || SCHEME.matcher(text).matches()) {
            return true;
        }
        if (text.codePoints().anyMatch(UnsafePaths::unprintable)) {
            return true;
        }
        for (String segment : text.split("/", -1)) {
            if (segment.isEmpty()
                    || DOTS.matcher(segment).matches()
                    || ArtifactPath.bytes(segment) > ArtifactPath.LONGEST_SEGMENT) {
                return true;
            }
        }
        return false;
    }

    private static boolean unprintable(int codePoint) {
        // What escapes that are no UTF-8 decode to: other decoders make dots and slashes of them.
        if (codePoint == 0xfffd) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Marks that turn the reading direction make a name look like another.
            case Character.FORMAT ->
                codePoint >= 0x202a && codePoint <= 0x202e || codePoint >= 0x2066 && codePoint <= 0x2069;
            default -> false;
        };
    }

    private static String decode(String text) {
        if (!ESCAPE.matcher(text).find()) {
            return text;
        }
        // Lone percent signs stay themselves, as they do for the clients; plus is not a blank in a path.
        String protectedText = text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B");
        return URLDecoder.decode(protectedText, StandardCharsets.UTF_8);
    }
}
