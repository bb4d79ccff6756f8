package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.UI;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Retold;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.util.List;
import java.util.Locale;

/** Who reads the screen that is being made, as far as words go: the product's sentences, words and lists in that person's language. */
public final class Reader {
    private Reader() {}

    /** The language of the page that is being made; English where none is. */
    public static Language language() {
        UI page = UI.getCurrent();
        Locale locale = page == null ? null : page.getLocale();
        return locale == null ? Language.ENGLISH : Language.of(locale);
    }

    /** The word for a state, such as “Too close to call”. */
    public static String word(Enum<?> state) {
        return Words.of(state, language());
    }

    /** The plain name of a figure. */
    public static String figure(String technicalName) {
        return Words.figure(technicalName, language());
    }

    /** The plain name of an attribute that customers are grouped by, such as “Plan type” for {@code plan_type}. */
    public static String attribute(String technicalName) {
        return Words.attribute(technicalName, language());
    }

    /** The same within a line, such as “plan type”. */
    public static String attributeWithin(String technicalName) {
        return Words.attributeWithin(technicalName, language());
    }

    /** Names in a row, such as {@code a, b and c}. */
    public static String list(List<String> names) {
        return Written.list(names, language());
    }

    /** Words to choose from, such as {@code a, b or c}. */
    public static String either(List<String> words) {
        return Written.either(words, language());
    }

    /** A sentence of the product as this person reads it. */
    public static String said(Sentence sentence) {
        return sentence.in(language());
    }

    /** What the product wrote in English into a record, such as the title of a node of a lineage; what it did not write stays. */
    public static String said(String english) {
        return Retold.said(english, language());
    }

    /** A text that is a day if the product wrote it, and otherwise stays as a script or a person wrote it. */
    public static String days(String english) {
        return Retold.days(english, language());
    }

    /** What somebody wrote, between the quotation marks of the language. */
    public static String quoted(String words) {
        return language() == Language.ENGLISH ? "“" + words + "”" : "„" + words + "“";
    }

    /** Figures and amounts that a record holds as text. */
    public static String figures(String english) {
        return Retold.figures(english, language());
    }
}
