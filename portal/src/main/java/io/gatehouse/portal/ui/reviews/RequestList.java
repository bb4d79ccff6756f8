package io.gatehouse.portal.ui.reviews;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.search.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Requests one below the other, a page of them at first; the next page comes below when it is asked for. */
class RequestList extends Div {
    private final transient Function<Optional<String>, Page<PromotionRow>> pages;
    private final transient Clock clock;
    private final long all;
    private final UnorderedList list = new UnorderedList();
    private final Div foot = new Div();
    private int shown;

    /** @param all how many there are @param pages the page that comes after the token of the one before */
    RequestList(long all, Function<Optional<String>, Page<PromotionRow>> pages, Clock clock) {
        this.all = all;
        this.pages = pages;
        this.clock = clock;
        list.addClassName("gh-list");
        foot.addClassNames("gh-toolbar", "gh-no-print");
        add(list, foot);
        show(Optional.empty());
    }

    private void show(Optional<String> token) {
        Page<PromotionRow> page = pages.apply(token);
        List<ListItem> lines = page.items().stream().map(this::line).toList();
        lines.forEach(list::add);
        shown += lines.size();
        if (token.isPresent() && !lines.isEmpty()) {
            // Whoever pressed the button with the keyboard goes on with what came, and not at the top of the page.
            lines.getFirst().getElement().setAttribute("tabindex", "-1").executeJs("this.focus()");
        }
        foot.removeAll();
        foot.setVisible(page.next().isPresent());
        if (page.next().isPresent()) {
            Span count = new Span(text("reviews.shown", Figures.whole(shown), Figures.whole(Math.max(all, shown))));
            count.getElement().setAttribute("role", "status");
            foot.add(count, new Button(text("reviews.more"), more -> show(page.next())));
        }
    }

    private ListItem line(PromotionRow row) {
        Div words = new Div(Places.link(
                Places.promotion(row.number()),
                text("reviews.replace", "PR-" + row.number(), row.model(), row.version())));
        words.addClassName("gh-grow");
        Div status = new Div(new Span(row.statusLine().in(Reader.language())));
        Div who = new Div(new Span(when(row)));
        who.addClassName("gh-caption");
        words.add(status, who);
        Div badge = new Div(StatusBadge.of(row.state()));
        badge.addClassName("gh-badge-column");
        return new ListItem(badge, words, checks(row));
    }

    private String when(PromotionRow row) {
        Instant decided = row.decidedAt();
        String asked =
                text("reviews.asked", row.requestedBy(), Figures.date(row.requestedAt()), Reader.word(row.use()));
        return decided == null
                ? asked + " · "
                        + text("home.waiting", Figures.duration(Duration.between(row.requestedAt(), clock.instant())))
                : asked + " · " + text("reviews.decided.on", Figures.date(decided));
    }

    /** “4 passed · 1 failed”, each with its shape; nothing while the checks have not run. */
    private static Component checks(PromotionRow row) {
        Span counts = new Span();
        counts.addClassName("gh-chips");
        if (row.failed() > 0) {
            counts.add(new StatusBadge(Tone.ACT, text("reviews.failed", row.failed())));
        }
        if (row.inconclusive() > 0) {
            counts.add(new StatusBadge(Tone.WATCH, text("reviews.inconclusive", row.inconclusive())));
        }
        if (row.passed() > 0) {
            counts.add(new StatusBadge(Tone.OK, text("reviews.passed", row.passed())));
        }
        return counts;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
