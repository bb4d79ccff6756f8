package io.gatehouse.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a description or a table, and the way out.
 *
 * @param code of the fault
 * @param parameters of the sentence, by name, in the order in which they were given
 */
public record Refusal(RefusalCode code, Map<String, String> parameters) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** Longer texts come from the file and would drown the sentence. */
    private static final int LONGEST_PARAMETER = 300;

    public Refusal {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The refusal in plain English: what is wrong, where, and what to do. */
    public String sentence() {
        return PLACE.matcher(code.template())
                .replaceAll(place -> Matcher.quoteReplacement(parameters.getOrDefault(place.group(1), place.group())));
    }

    /** @param namesAndValues name, value, name, value, … */
    public static Refusal of(RefusalCode code, Object... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i].toString(), shortened(namesAndValues[i + 1].toString()));
        }
        return new Refusal(code, parameters);
    }

    private static String shortened(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}+", " ");
        return oneLine.length() <= LONGEST_PARAMETER ? oneLine : oneLine.substring(0, LONGEST_PARAMETER) + "…";
    }
}
