package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.overrides.Overrides.Concern;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.overrides.OverrideCards;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Overrides that concern the reader, with their age and the days that are left; there is no such section when there are none. */
class OpenOverrides {
    private static final int MOST_ROWS = 5;

    private final List<Concern> open;
    private final Instant now;

    OpenOverrides(List<Concern> open, Instant now) {
        this.open = open.stream()
                .sorted(Comparator.comparing((Concern each) -> !each.waitsForYou()))
                .toList();
        this.now = now;
    }

    Optional<Section> section() {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        open.stream().limit(MOST_ROWS).forEach(each -> list.add(line(each)));
        Section section = new Section(new H2(text("home.overrides")), list);
        section.addClassName("gh-section");
        section.setId("overrides");
        if (open.size() > MOST_ROWS) {
            section.add(new Paragraph(Places.link(Places.OVERRIDES, text("home.overrides.all", open.size()))));
        }
        return Optional.of(section);
    }

    private ListItem line(Concern concern) {
        CheckOverride override = concern.override();
        Span words = new Span(
                Places.link(
                        Places.override(override.number()),
                        text(
                                concern.waitsForYou() ? "home.overrides.decide" : "home.overrides.line",
                                override.id(),
                                Reader.word(override.check()),
                                override.model(),
                                override.version())),
                new Span(" · " + age(override)));
        words.addClassName("gh-grow");
        Span left = new Span(left(override));
        left.addClassName("gh-caption");
        return new ListItem(OverrideCards.badge(override.stateAt(now)), words, left);
    }

    private String age(CheckOverride override) {
        long days = override.ageInDays(now);
        return switch ((int) Math.min(days, 2)) {
            case 0 -> text("home.overrides.age.today");
            case 1 -> text("home.overrides.age.one");
            default -> text("home.overrides.age", days);
        };
    }

    private String left(CheckOverride override) {
        String day = Figures.date(override.until());
        if (!override.stateAt(now).open()) {
            return text(
                    override.stateAt(now) == OverrideState.EXPIRED ? "home.overrides.over" : "home.overrides.withdrawn",
                    day);
        }
        long days = override.daysLeft(now);
        return switch ((int) Math.min(days, 2)) {
            case 0 -> text("home.overrides.left.today", day);
            case 1 -> text("home.overrides.left.one", day);
            default -> text("home.overrides.left", days, day);
        };
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
