package io.gatehouse.portal.ui.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of the stylesheet itself, read from it, with the contrast that WCAG counts. */
final class Tokens {
    private static final String FILE = "/META-INF/resources/gatehouse/tokens.css";
    private static final Pattern COLOUR = Pattern.compile("--gh-([a-z0-9-]+):\\s*(#[0-9a-f]{6});");

    private final Map<String, String> light;
    private final Map<String, String> dark;

    private Tokens(Map<String, String> light, Map<String, String> dark) {
        this.light = light;
        this.dark = dark;
    }

    static Tokens read() {
        try (InputStream bytes = Objects.requireNonNull(Tokens.class.getResourceAsStream(FILE), FILE)) {
            String css = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return new Tokens(block(css, ":root {"), block(css, ":root[data-theme='dark'] {"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The colours between a selector and the end of its block, by name without {@code --gh-}. */
    static Map<String, String> block(String css, String selector) {
        int start = css.indexOf(selector);
        if (start < 0) {
            throw new IllegalStateException("No " + selector + " in " + FILE);
        }
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher colour = COLOUR.matcher(css.substring(start, css.indexOf('}', start)));
        while (colour.find()) {
            colours.put(colour.group(1), colour.group(2));
        }
        return colours;
    }

    String light(String name) {
        return Objects.requireNonNull(light.get(name), name);
    }

    String dark(String name) {
        return Objects.requireNonNull(dark.get(name), name);
    }

    /** From 1 to 21, as WCAG 2.2 defines it. @param one such as {@code #1a1f29} */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int from) {
        double share = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
