package io.gatehouse.portal.ui.overrides;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Reader;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** One override: what is accepted, why, by whom, until when, and what can be done about it. */
@Route("overrides/:number")
@PermitAll
public class OverrideView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Overrides overrides;
    private final transient Clock clock;
    private long number;

    OverrideView(CurrentPerson current, Overrides overrides, Clock clock) {
        this.current = current;
        this.overrides = overrides;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String address = event.getRouteParameters().get("number").orElse("");
        String digits = address.startsWith("OV-") ? address.substring(3) : address;
        if (!digits.matches("\\d{1,18}")) {
            throw new NotFoundException(text("override.unknown", address));
        }
        number = Long.parseLong(digits);
        show(read().orElseThrow(() -> new NotFoundException(text("override.unknown", address))));
    }

    private Optional<CheckOverride> read() {
        return overrides.find(current.actor(), number);
    }

    private void show(CheckOverride override) {
        Instant now = clock.instant();
        removeAll();
        setPageTitle(override.id(), override.model(), text("overrides.title"));
        OverrideCards cards = new OverrideCards(current, overrides, now, () -> read().ifPresent(this::show));
        Div words = cards.words(override);
        words.addComponentAsFirst(new Paragraph(Places.link(
                Places.promotion(override.request()),
                text("override.request", "PR-" + override.request(), override.model(), override.version()))));
        add(
                new PageHeader(text("override.heading", override.id(), Reader.word(override.check())))
                        .trail(new Breadcrumbs()
                                .to(Places.OVERRIDES, text("overrides.title"))
                                .to(Places.model(override.model()), override.model()))
                        .badge(OverrideCards.badge(override.stateAt(now)))
                        .verdict(cards.standing(override))
                        .asOf(text("as-of", Figures.dateTime(now))),
                words,
                new ProvenanceLine(
                        text("override.age", override.ageInDays(now)),
                        text("override.evaluation", "EV-" + override.evaluation()),
                        text("review.source.evidence", override.evidenceSha256().substring(0, 12))));
    }
}
