package io.gatehouse.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8785 (JSON Canonicalization Scheme) for what audit events and digests hold: text, whole numbers up to 2^53, booleans, null, lists
 * and maps. Fractions are refused: write them as text, so that no two platforms can disagree on their digits.
 */
public final class CanonicalJson {
    private static final long LARGEST_EXACT = 1L << 53;

    private final boolean fractions;

    private CanonicalJson(boolean fractions) {
        this.fractions = fractions;
    }

    /** @throws IllegalArgumentException for a value of another kind, or a number that JSON readers may round */
    public static String write(@Nullable Object value) {
        return new CanonicalJson(false).text(value);
    }

    /**
     * Likewise with fractions, for figures that were computed and are read by people: the shortest digits that give the number again,
     * laid out as ECMAScript does. What is no number (NaN, infinite) is null, since JSON has no word for it.
     */
    public static String writeFigures(@Nullable Object value) {
        return new CanonicalJson(true).text(value);
    }

    private String text(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case Double number when fractions -> out.append(ecmaScript(number));
            case null -> out.append("null");
            case String text -> appendText(out, text);
            case Boolean flag -> out.append(flag);
            case Integer number -> out.append(number);
            case Long number when Math.abs(number) <= LARGEST_EXACT -> out.append(number);
            case Map<?, ?> map -> appendMap(out, map);
            case List<?> list -> appendList(out, list);
            default -> throw new IllegalArgumentException("No canonical form for " + value.getClass() + " " + value);
        }
    }

    private void appendMap(StringBuilder out, Map<?, ?> map) {
        // RFC 8785 sorts by UTF-16 code units, which is the natural order of Java's strings.
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        String separator = "";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            out.append(separator);
            appendText(out, entry.getKey());
            out.append(':');
            append(out, entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            append(out, element);
            separator = ",";
        }
        out.append(']');
    }

    private static BigDecimal shortest(double number) {
        // Java writes two digits at least, where one may be enough to give the number again.
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return digits.precision() == 2 && one.doubleValue() == number ? one : digits;
    }

    private static String ecmaScript(double number) {
        if (!Double.isFinite(number)) {
            return "null";
        }
        BigDecimal shortest = shortest(number);
        double size = Math.abs(number);
        if (number == 0) {
            return "0";
        }
        if (size >= 1e-6 && size < 1e21) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        return (number < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e"
                + (exponent < 0 ? "" : "+")
                + exponent;
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
