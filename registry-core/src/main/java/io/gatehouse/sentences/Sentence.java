package io.gatehouse.sentences;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing said to a person, kept with what it was made of so that it can be said again in another language.
 *
 * @param code key of the template, such as {@code fairness.fail}
 * @param parameters values that the template names, as text or numbers
 * @param english the rendered sentence
 */
public record Sentence(String code, Map<String, Object> parameters, String english) {

    public Sentence {
        // Sorted, so that the same sentence is always written as the same bytes.
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** The sentence as somebody reads it: said again from what it was made of. */
    public String in(Language language) {
        return language == Language.ENGLISH ? english : Sentences.retold(this, language);
    }

    @Override
    public String toString() {
        return english;
    }
}
