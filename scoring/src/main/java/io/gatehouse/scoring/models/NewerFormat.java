package io.gatehouse.scoring.models;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells model files of XGBoost 3.1 and later. They write the base score as a list, which 3.0 reads as 0.5 without complaint: every score
 * made with such a model would be wrong, and honest evidence would look forged. Tried with the Python package 3.0.5.
 */
final class NewerFormat {

    private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\..*)?");
    private static final int NEWEST_MAJOR = 3;
    private static final int NEWEST_MINOR = 0;

    private static final String BASE_SCORE = "base_score";

    /** Between the name and its text stand at most a quotation mark, a colon and blanks, or UBJSON's type and length. */
    private static final int GAP = 16;

    private NewerFormat() {}

    /** @param writtenBy as the description of the model says, if it does */
    static boolean is(@Nullable String writtenBy, byte[] model) {
        return writtenBy != null && isNewer(writtenBy) || hasListAsBaseScore(model);
    }

    private static boolean isNewer(String release) {
        Matcher parts = RELEASE.matcher(release);
        if (!parts.matches()) {
            return false;
        }
        int major = Integer.parseInt(parts.group(1));
        return major > NEWEST_MAJOR || major == NEWEST_MAJOR && Integer.parseInt(parts.group(2)) > NEWEST_MINOR;
    }

    private static boolean hasListAsBaseScore(byte[] model) {
        String text = new String(model, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(BASE_SCORE); at >= 0; at = text.indexOf(BASE_SCORE, at + 1)) {
            int from = at + BASE_SCORE.length();
            for (int i = from; i < Math.min(text.length(), from + GAP); i++) {
                char letter = text.charAt(i);
                if (letter == '[') {
                    return true;
                }
                if (letter >= '0' && letter <= '9' || letter == '-') {
                    break;
                }
            }
        }
        return false;
    }
}
