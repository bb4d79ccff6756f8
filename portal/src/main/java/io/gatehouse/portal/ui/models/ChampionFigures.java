package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.checks.Figure;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.KeyFigure;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.VerdictBadge;
import io.gatehouse.risklist.RiskLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a version in use is worth and how it acts, in numbers that need no statistics. */
public final class ChampionFigures {
    private ChampionFigures() {}

    /** Figures that are not known are left out, never shown as 0. */
    public static Div of(ChampionSummary champion) {
        List<KeyFigure> figures = new ArrayList<>();
        ChampionSummary.MoneyRange worth = champion.netPerMonth();
        if (worth != null) {
            figures.add(new KeyFigure(
                            text("home.worth"),
                            text("home.worth.value", Figures.moneyShort(worth.likely())),
                            text("home.worth.range", Figures.moneyShort(worth.low()), Figures.moneyShort(worth.high())))
                    .explained(Term.VALUE)
                    .rangeExplained(Term.RANGE)
                    .noted(text(
                            "home.worth.basis",
                            Figures.whole(worth.customers()),
                            Figures.percentFine(worth.contacted()))));
        }
        ofHundred(champion.foundOfHundred(), "home.found", figures);
        ofHundred(champion.rightOfHundred(), "home.right", figures);
        ChampionSummary.Fairness fairness = champion.fairness();
        Double ratio = fairness == null ? null : fairness.worstRatio();
        if (fairness != null && ratio != null) {
            KeyFigure figure = new KeyFigure(
                            text("home.fairness"),
                            Figures.ofHundred(ratio),
                            text("home.fairness.range", fairness.worstGroup()))
                    .explained(Term.FAIRNESS);
            Double allowed = fairness.allowedFrom();
            if (allowed != null) {
                figure.noted(text("home.fairness.allowed", Figures.ofHundred(allowed)));
            }
            Verdict ofGroup = fairness.worstVerdict();
            if (ofGroup != null) {
                figure.judged(new VerdictBadge(ofGroup));
            }
            if (fairness.verdict() != ofGroup) {
                // A pair of groups or another rate decided, of which the figure says nothing.
                figure.noted(text("home.fairness.whole", VerdictBadge.word(fairness.verdict())));
            }
            figures.add(figure);
        }
        return KeyFigure.row(figures.toArray(KeyFigure[]::new));
    }

    /** How many the newest list of the version holds, since the worth was reckoned for other customers; empty where there is no list. */
    public static Optional<Paragraph> list(ChampionSummary champion, RiskLists.@Nullable Length newest) {
        return Optional.ofNullable(newest)
                .filter(list -> champion.netPerMonth() != null && list.scored() > 0)
                .map(list -> {
                    Paragraph line = new Paragraph(text(
                            "home.worth.list",
                            Figures.date(list.asOf()),
                            Figures.whole(list.listed()),
                            Figures.whole(list.scored()),
                            Figures.percentFine((double) list.listed() / list.scored())));
                    line.addClassName("gh-caption");
                    return line;
                });
    }

    private static void ofHundred(@Nullable Figure figure, String key, List<KeyFigure> figures) {
        Double estimate = figure == null ? null : figure.estimate();
        if (figure == null || estimate == null) {
            return;
        }
        Double low = figure.low();
        Double high = figure.high();
        String range = low == null || high == null
                ? ""
                : text("home.between", Figures.ofHundred(low), Figures.ofHundred(high));
        figures.add(new KeyFigure(text(key), Figures.ofHundred(estimate), range));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
