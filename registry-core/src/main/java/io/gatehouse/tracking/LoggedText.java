package io.gatehouse.tracking;

import java.util.regex.Pattern;

/** What keys may look like and how long texts may be: MLflow's rules, in MLflow's words. */
public final class LoggedText {
    static final int LONGEST_KEY = 250;
    static final int LONGEST_PARAM = 6_000;
    static final int LONGEST_RUN_TAG = 8_000;
    private static final Pattern KEY = Pattern.compile("[/\\w.\\- :]*", Pattern.UNICODE_CHARACTER_CLASS);

    private LoggedText() {}

    /**
     * Checks the key of a param, metric or tag.
     *
     * @param path of the field in the request, such as {@code metrics[0].name}
     * @throws TrackingRefusal if it is empty, too long, has other characters, or is not a path in its shortest form
     */
    public static void requireKey(String key, String path) {
        if (key.isEmpty()) {
            throw TrackingRefusal.invalid("Missing value for required parameter '" + path + "'.");
        }
        requireLength(key, LONGEST_KEY, path);
        if (!KEY.matcher(key).matches()) {
            throw wrong(
                    key,
                    path,
                    "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ),"
                            + " colon(:) and slashes (/).");
        }
        if (!isShortestPath(key)) {
            throw wrong(
                    key,
                    path,
                    "Names may be treated as files in certain cases, and must not resolve to other names when treated"
                            + " as such.");
        }
    }

    /** @throws TrackingRefusal if the text has more characters than {@code longest} */
    public static void requireLength(String text, int longest, String path) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw TrackingRefusal.invalid("'" + path + "' exceeds the maximum length of " + longest + " characters");
        }
    }

    /** The first {@code longest} characters; clients expect long values of params and tags to be cut, not refused. */
    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private static TrackingRefusal wrong(String key, String path, String why) {
        return TrackingRefusal.invalid("Invalid value \""
                + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\" for parameter '" + path + "' supplied: " + why);
    }

    private static boolean isShortestPath(String key) {
        if (key.startsWith("/") || key.endsWith("/")) {
            return false;
        }
        for (String segment : key.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        // "..x" is its own path, but MLflow refuses every key that starts with two dots.
        return !key.startsWith("..");
    }
}
