package io.gatehouse.portal.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.sentences.Language;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** The words of the screens by language. The language that the server happens to run in plays no part, so one that is missing is English. */
@Component
class Texts implements I18NProvider {
    private static final String WORDS = "vaadin-i18n.translations";
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        ResourceBundle words =
                ResourceBundle.getBundle(WORDS, Language.of(locale).locale(), NO_OTHER);
        if (!words.containsKey(key)) {
            return "!{" + key + "}!";
        }
        String text = words.getString(key);
        return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
    }
}
