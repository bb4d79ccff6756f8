package io.gatehouse.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The dictionary that puts features into plain words. A feature that it does not know is told by its name. */
public final class ReasonPhrases {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern PERIOD = Pattern.compile("(.*?[a-z])(?:_last)?_(\\d+)([dwmy])");
    private static final Map<String, String> UNITS = Map.of("d", "day", "w", "week", "m", "month", "y", "year");
    private static final String ANY_FEATURE = "*";

    private final Dictionary dictionary;

    private ReasonPhrases(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * @param withheld features that are never told as reasons
     * @param phrases by feature ({@code *} for any other), the templates by kind: unknown, one, negative, lower, higher, typical
     */
    private record Dictionary(Set<String> withheld, Map<String, Map<String, String>> phrases) {}

    /** The dictionary that Gatehouse ships with: the features of a subscription service. */
    public static ReasonPhrases shipped() {
        try (InputStream json = ReasonPhrases.class.getResourceAsStream("reason-phrases.json")) {
            if (json == null) {
                throw new IllegalStateException("reason-phrases.json is not in the jar");
            }
            return new ReasonPhrases(JsonMapper.builder().build().readValue(json, Dictionary.class));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    boolean isProtected(String feature) {
        return dictionary.withheld.contains(feature.toLowerCase(Locale.ROOT));
    }

    Reason reason(Contribution contribution) {
        Map<String, String> own = dictionary.phrases.getOrDefault(contribution.feature(), Map.of());
        Map<String, String> any = dictionary.phrases.getOrDefault(ANY_FEATURE, Map.of());
        String kind = kind(contribution, own);
        String template = own.getOrDefault(kind, any.getOrDefault(kind, "{feature}"));
        Map<String, String> parameters = parameters(contribution);
        String text = PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(parameters.getOrDefault(place.group(1), place.group())));
        return new Reason(
                contribution.feature(),
                contribution.logOdds(),
                contribution.value(),
                contribution.typicalValue(),
                contribution.feature() + "." + kind,
                parameters,
                text);
    }

    /** The most particular phrase that fits: one and negative are told apart only where the feature has words for them. */
    private static String kind(Contribution contribution, Map<String, String> own) {
        Double value = contribution.value();
        Double typical = contribution.typicalValue();
        if (value == null || typical == null) {
            return "unknown";
        }
        String written = number(value);
        if (written.equals("1") && own.containsKey("one")) {
            return "one";
        }
        if (value < 0 && own.containsKey("negative")) {
            return "negative";
        }
        // What reads the same is the same to the reader.
        return written.equals(number(typical)) ? "typical" : value < typical ? "lower" : "higher";
    }

    private static Map<String, String> parameters(Contribution contribution) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("feature", inWords(contribution.feature()));
        put(parameters, "value", contribution.value());
        put(parameters, "typical", contribution.typicalValue());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Double number) {
        if (number != null) {
            parameters.put(name, number(number));
            parameters.put(name + "_percent", number(number * 100));
            parameters.put(name + "_change", change(number));
            parameters.put(name + "_yes", number >= 0.5 ? "yes" : "no");
        }
    }

    private static String change(double percent) {
        String size = BigDecimal.valueOf(Math.abs(percent))
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
        if (size.equals("0")) {
            return "no change";
        }
        return (percent < 0 ? "down " : "up ") + size + " %";
    }

    /** At most one decimal; two for what is smaller than one. */
    private static String number(double number) {
        if (!Double.isFinite(number)) {
            return "not a number";
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(Math.abs(number) < 1 ? 2 : 1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** “Support tickets in 90 days” for {@code support_tickets_90d} or {@code support_tickets_last_90d}. */
    private static String inWords(String feature) {
        Matcher period = PERIOD.matcher(feature);
        if (period.matches()) {
            boolean one = period.group(2).equals("1");
            return inWords(period.group(1)) + " in " + period.group(2) + " " + UNITS.get(period.group(3))
                    + (one ? "" : "s");
        }
        String words = feature.replace('_', ' ').strip();
        return words.isEmpty() ? feature : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
