package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.money.Money;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.KeyFigure;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.risklist.RiskListPage;
import java.util.List;
import java.util.stream.Collectors;

/** The newest risk list, and those before it. */
class WeeklyLists {
    private static final int MOST_OLDER = 3;

    private final List<RiskListPage.Header> lists;

    /** @param lists newest first */
    WeeklyLists(List<RiskListPage.Header> lists) {
        this.lists = lists;
    }

    Section section() {
        Section section = new Section(new H2(text("home.lists")));
        section.addClassName("gh-section");
        if (lists.isEmpty()) {
            section.add(new EmptyState(text("home.lists.empty"), text("home.lists.empty.hint")));
            return section;
        }
        section.add(newest(lists.getFirst()));
        Div older = new Div();
        older.addClassNames("gh-toolbar", "gh-caption");
        lists.stream()
                .skip(1)
                .limit(MOST_OLDER)
                .forEach(list -> older.add(Places.link(
                        Places.riskList(list.number()),
                        text("home.lists.older", Figures.date(list.asOf()), Figures.whole(list.listed())))));
        section.add(older);
        return section;
    }

    private static Component newest(RiskListPage.Header list) {
        Article card = new Article();
        card.addClassNames("gh-card", "gh-section-card");
        card.add(new H3(text("home.lists.newest", Figures.date(list.asOf()))));
        Paragraph summary =
                new Paragraph(list.summary().stream().map(Reader::said).collect(Collectors.joining(" ")));
        summary.addClassName("gh-card-verdict");
        RiskListPage.Previous before = list.previous();
        String change = before == null
                ? ""
                : text(
                        "home.lists.change",
                        Figures.whole(before.joined()),
                        Figures.whole(before.left()),
                        Figures.date(before.asOf()));
        Money value = list.valueAtRisk();
        Div figures = KeyFigure.row(
                new KeyFigure(text("home.lists.listed"), Figures.whole(list.listed()), change),
                new KeyFigure(
                        text("home.lists.value"),
                        value == null ? Figures.notKnown() : Figures.moneyShort(value),
                        text("home.lists.scored", Figures.whole(list.scored()))));
        Anchor open = Places.link(Places.riskList(list.number()), text("home.lists.open"));
        open.addClassNames("gh-button", "is-primary");
        Span row = new Span(open);
        card.add(summary, figures, row);
        return card;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
