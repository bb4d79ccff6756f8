package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.champions.InUse;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.HealthBadge;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.models.ChampionFigures;
import io.gatehouse.risklist.RiskLists;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One model as an executive reads it: how it does, what it is worth, and the three questions answered. */
class ChampionCard extends Article {
    /**
     * @param list the newest that the version in use scored; absent if there is none
     * @param answers to the three questions; absent if there are none
     * @param decisions whether the reader may follow the link to the promotion request
     */
    ChampionCard(
            ChampionSummary champion,
            RiskLists.@Nullable Length list,
            @Nullable ProductionAnswers answers,
            boolean decisions,
            Instant now) {
        addClassName("gh-card");
        Anchor title = Places.link(Places.model(champion.model()), champion.model());
        title.addClassName("gh-title-link");
        Div head = new Div(new H3(title), new HealthBadge(champion.health()));
        head.addClassName("gh-card-head");
        Paragraph verdict = new Paragraph(champion.verdict().in(Reader.language()));
        verdict.addClassName("gh-card-verdict");
        add(head, verdict);
        if (champion.version() == null) {
            return;
        }
        addClassName("gh-card-wide");
        add(ChampionFigures.of(champion));
        ChampionFigures.list(champion, list).ifPresent(this::add);
        if (answers != null) {
            add(questions(champion.model(), answers, now));
        }
        ClaimedFigure claimed = champion.claimed();
        if (claimed != null) {
            Paragraph line = new Paragraph(claimed.gap().in(Reader.language()) + " " + inUse(claimed));
            line.addClassName("gh-caption");
            add(line);
        }
        add(footer(champion, decisions, now));
    }

    /** Where the figure in use matters, the verdict says so; here its range is enough. */
    private static String inUse(ClaimedFigure claimed) {
        InUse outcomes = claimed.outcomes();
        return outcomes == null || outcomes.shortly() == null
                ? claimed.inUse().in(Reader.language())
                : outcomes.shortly().in(Reader.language());
    }

    private static UnorderedList questions(String model, ProductionAnswers answers, Instant now) {
        UnorderedList questions = new UnorderedList();
        questions.addClassName("gh-questions");
        String place = Places.answers(model, Figures.day(now));
        questions.add(
                question(place + "#which", "answers.which", answers.which().in(Reader.language())),
                question(
                        place + "#against", "answers.against", answers.against().in(Reader.language())),
                question(
                        place + "#again",
                        "answers.again",
                        answers.reproducible().in(Reader.language())));
        return questions;
    }

    private static ListItem question(String place, String key, String answer) {
        return new ListItem(Places.link(place, text(key)), new Span(answer));
    }

    private static Div footer(ChampionSummary champion, boolean decisions, Instant now) {
        Div footer = new Div();
        footer.addClassNames("gh-caption", "gh-card-foot");
        Instant since = champion.since();
        if (since != null) {
            footer.add(new Span(text(
                    "home.since",
                    champion.version(),
                    Figures.date(since),
                    Figures.ago(since, now),
                    String.join(", ", champion.approvedBy()))));
        }
        Long request = champion.requestNumber();
        if (request != null && decisions) {
            footer.add(Places.link(Places.promotion(request), text("home.evidence", "PR-" + request)));
        }
        return footer;
    }

    private static String text(String key, @Nullable Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
