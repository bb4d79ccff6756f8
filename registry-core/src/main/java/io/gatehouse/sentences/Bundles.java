package io.gatehouse.sentences;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The files of words and templates by language; the language that the server happens to run in plays no part. */
final class Bundles {
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ConcurrentHashMap<String, ResourceBundle> READ = new ConcurrentHashMap<>();

    private Bundles() {}

    /** What a file lacks in another language is taken from the English one. */
    static ResourceBundle of(String name, Language language) {
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
        return READ.computeIfAbsent(name + '_' + locale, key -> ResourceBundle.getBundle(name, locale, NO_OTHER));
    }

    /** Everything of several files by its key; where two have one, the earlier file counts. */
    static Map<String, String> all(List<String> names, Language language) {
        Map<String, String> all = new HashMap<>();
        for (String name : names) {
            ResourceBundle bundle = of(name, language);
            bundle.keySet().forEach(key -> all.putIfAbsent(key, bundle.getString(key)));
        }
        return Map.copyOf(all);
    }
}
