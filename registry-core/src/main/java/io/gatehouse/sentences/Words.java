package io.gatehouse.sentences;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words for states of the world and the names of figures, so that a screen and a workbook call the same thing the same. */
public final class Words {
    /** Between two attributes that customers are grouped by together, such as {@code age_band × plan_type}. */
    private static final String TIMES = " × ";

    private Words() {}

    /**
     * Such as “Too close to call” for the verdict {@code INCONCLUSIVE}.
     *
     * @throws IllegalArgumentException if nobody has found a word for the state: a bug
     */
    public static String of(Enum<?> state) {
        return of(state, Language.ENGLISH);
    }

    /** As {@link #of(Enum)}, in the language of a reader. */
    public static String of(Enum<?> state, Language language) {
        Class<?> states = state.getDeclaringClass();
        String key =
                states.getName().substring(states.getPackageName().length() + 1).replace('$', '.') + '.' + state.name();
        ResourceBundle words = bundle(language);
        if (!words.containsKey(key)) {
            throw new IllegalArgumentException("There is no word for " + key);
        }
        return words.getString(key);
    }

    /** The plain name of a figure; one that nobody has named, such as a metric of a script, reads as its technical name with blanks. */
    public static String figure(String technicalName) {
        return figure(technicalName, Language.ENGLISH);
    }

    /** As {@link #figure(String)}, in the language of a reader. */
    public static String figure(String technicalName, Language language) {
        String key = "figure." + technicalName;
        ResourceBundle words = bundle(language);
        return words.containsKey(key) ? words.getString(key) : sentenceCase(technicalName);
    }

    /** The plain name of an attribute that customers are grouped by; one that nobody has named reads as its technical name with blanks. */
    public static String attribute(String technicalName, Language language) {
        int times = technicalName.indexOf(TIMES);
        if (times > 0) {
            return attribute(technicalName.substring(0, times), language)
                    + TIMES
                    + attributeWithin(technicalName.substring(times + TIMES.length()), language);
        }
        String key = "attribute." + technicalName;
        ResourceBundle words = bundle(language);
        return words.containsKey(key) ? words.getString(key) : sentenceCase(technicalName);
    }

    /** As {@link #attribute}, for within a line: where the language writes nouns small, it begins as its technical name does. */
    public static String attributeWithin(String technicalName, Language language) {
        String name = attribute(technicalName, language);
        return language == Language.ENGLISH && !name.isEmpty()
                ? technicalName.substring(0, 1) + name.substring(1)
                : name;
    }

    /** “Age band” for {@code age_band}. */
    public static String sentenceCase(String technicalName) {
        String words = technicalName.replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static ResourceBundle bundle(Language language) {
        return Bundles.of("words", language);
    }
}
