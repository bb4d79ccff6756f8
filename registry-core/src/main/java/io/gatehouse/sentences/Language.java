package io.gatehouse.sentences;

import java.util.Locale;

/** The languages that people read in. What programs get, and what is kept as decided, is English. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** Such as {@code de}; how the language is named on a page, in a cookie and with an account. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The language of a locale, whatever its country; English for one that nothing is written in. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(GERMAN.tag()) ? GERMAN : ENGLISH;
    }

    /** The language of a tag such as {@code de} or {@code de-AT}; English for one that nothing is written in. */
    public static Language of(String tag) {
        return of(Locale.forLanguageTag(tag));
    }
}
