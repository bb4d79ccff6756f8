package io.gatehouse.portal.ui.time;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.PortalAddress;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Tone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The day that an address asks about: today where it does not say, or names none that has come.
 *
 * @param day that is told of
 * @param today of which, and of days before it, something can be told
 * @param wanted as the address has it
 */
public record AskedDay(LocalDate day, LocalDate today, Optional<String> wanted) {

    public static AskedDay of(Location location, Instant now) {
        LocalDate today = Figures.day(now);
        Optional<String> wanted = location.getQueryParameters().getSingleParameter("at");
        LocalDate day = wanted.flatMap(AskedDay::parse)
                .filter(read -> !read.isAfter(today))
                .orElse(today);
        return new AskedDay(day, today, wanted);
    }

    /** Why it is told of another day than the address asks about; empty if it is not. */
    public Optional<Div> notice() {
        return wanted.filter(text -> !parse(text).equals(Optional.of(day)))
                .map(text -> parse(text)
                        .map(later -> text("answers.not-come", Figures.date(later)))
                        .orElseGet(() -> text("answers.not-a-date", text)))
                .map(words -> new Notice(Tone.WATCH, new Span(words)).announced());
    }

    /** Where what is told stays, once the day is over. @param place of it */
    public Div permanence(String place) {
        String key = day.equals(today) ? "answers.permanent.today" : "answers.permanent";
        Div line = new Div(new Span(text(key) + " "), Places.link(place, PortalAddress.current() + "/" + place));
        line.addClassNames("gh-caption", "gh-as-of");
        return line;
    }

    private static Optional<LocalDate> parse(String date) {
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
