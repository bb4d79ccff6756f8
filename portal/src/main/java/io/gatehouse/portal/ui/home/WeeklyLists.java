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
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.money.Money;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.KeyFigure;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.risklist.ListFigures;
import io.gatehouse.risklist.RiskListPage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The newest risk list, and those before it. */
class WeeklyLists {
    private static final int MOST_OLDER = 3;

    private final List<RiskListPage.Header> lists;
    private final List<ChampionSummary> models;
    private final Function<RiskListPage.Header, DownloadButton> download;

    /** @param lists newest first @param models those that the reader may read of @param download hands one out whole */
    WeeklyLists(
            List<RiskListPage.Header> lists,
            List<ChampionSummary> models,
            Function<RiskListPage.Header, DownloadButton> download) {
        this.lists = lists;
        this.models = models;
        this.download = download;
    }

    Section section() {
        Section section = new Section(new H2(text("home.lists")));
        section.addClassName("gh-section");
        section.setId("this-week");
        if (lists.isEmpty()) {
            section.add(new EmptyState(text("home.lists.empty"), text("home.lists.empty.hint")));
            return section;
        }
        section.add(newest(lists.getFirst(), lists));
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

    private Component newest(RiskListPage.Header list, List<RiskListPage.Header> all) {
        Article card = new Article();
        card.addClassNames("gh-card", "gh-section-card");
        card.add(new H3(text("home.lists.newest", Figures.date(list.asOf()))));
        Paragraph summary =
                new Paragraph(list.summary().stream().map(Reader::said).collect(Collectors.joining(" ")));
        summary.addClassName("gh-card-verdict");
        RiskListPage.Previous before = list.previous();
        String change = before == null
                ? text("home.lists.scored", Figures.whole(list.scored()))
                : text(
                        "home.lists.change",
                        Figures.whole(before.joined()),
                        Figures.whole(before.left()),
                        Figures.date(before.asOf()),
                        Figures.whole(list.scored()));
        Money value = list.valueAtRisk();
        Div figures = KeyFigure.row(
                ListFigures.listed(text("home.lists.listed"), list, all, change).explained(Term.RISK_LIST),
                new KeyFigure(
                        text("risklist.value-at-risk"),
                        value == null ? Figures.notKnown() : Figures.moneyShort(value),
                        text("risklist.a-month")));
        Anchor open = Places.button(Places.riskList(list.number()), text("home.lists.open"));
        open.addClassName("is-primary");
        Span row = new Span(open, download.apply(list));
        row.addClassName("gh-ways");
        Paragraph by = new Paragraph(by(list));
        card.add(summary, by, figures, row);
        return card;
    }

    /** Which version scored it, and whether that is still the one in use. */
    private String by(RiskListPage.Header list) {
        int version = list.version();
        Optional<ChampionSummary> model = models.stream()
                .filter(each -> each.model().equals(list.model()))
                .findFirst();
        if (model.isEmpty()) {
            return text("home.lists.by", version, list.model());
        }
        Integer inUse = model.get().version();
        if (inUse != null && inUse == version) {
            return text("home.lists.by.in-use", version, list.model());
        }
        ChampionSummary.Before before = model.get().before();
        return inUse == null || before == null || before.version() != version
                ? text("home.lists.by.not-in-use", version, list.model())
                : text("home.lists.by.before", version, list.model(), Figures.date(before.until()), inUse);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
