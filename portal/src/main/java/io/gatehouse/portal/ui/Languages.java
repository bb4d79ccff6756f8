package io.gatehouse.portal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Language;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which language a page is in: what its reader chose, on any device; before they sign in, what was chosen in this browser last; else the
 * first language of the browser that the product speaks, and English if it asks for none of them.
 */
@Component
public class Languages implements VaadinServiceInitListener {
    private static final String COOKIE = "gatehouse-language";

    private final transient CurrentPerson current;
    private final transient People people;

    Languages(CurrentPerson current, People people) {
        this.current = current;
        this.people = people;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(opened ->
                        opened.getUI().setLocale(of(VaadinRequest.getCurrent()).locale()));
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .root()
                .child(0)
                .attr("lang", of(page.getVaadinRequest()).tag()));
    }

    /** Remembers a choice, with the account if somebody is signed in and in the browser, and shows the same page in that language. */
    public void choose(UI page, Language language) {
        if (current.person().isPresent()) {
            people.chooseLanguage(current.actor(), language);
        }
        page.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'; location.reload();",
                        COOKIE,
                        language.tag());
    }

    private Language of(VaadinRequest request) {
        return current.person()
                .map(Person::username)
                .flatMap(people::language)
                .or(() -> chosenHere(request))
                .orElseGet(() -> asked(request));
    }

    private static Optional<Language> chosenHere(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> Language.of(cookie.getValue()))
                        .findFirst();
    }

    private static Language asked(VaadinRequest request) {
        Set<String> spoken = Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.toSet());
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(spoken::contains)
                .map(Language::of)
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
