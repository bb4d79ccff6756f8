package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.ChangeMark;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.KeyFigure;
import io.gatehouse.portal.ui.components.Sparkline;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Previous;
import java.util.List;

/** How many customers a list holds, how many more or fewer than the one before, and how that went. */
public final class ListFigures {
    private static final int FEWEST_TO_DRAW = 3;
    private static final int MOST_DRAWN = 12;

    private ListFigures() {}

    /** @param all lists, newest first @param range below the number; empty for none */
    public static KeyFigure listed(String label, Header list, List<Header> all, String range) {
        KeyFigure figure = new KeyFigure(label, Figures.whole(list.listed()), range);
        Previous before = list.previous();
        if (before != null) {
            figure.change(change(list.listed() - before.listed(), Figures.date(before.asOf())));
        }
        List<Double> went = all.stream()
                .filter(each -> each.model().equals(list.model())
                        && each.population().equals(list.population())
                        && !each.asOf().isAfter(list.asOf()))
                .limit(MOST_DRAWN)
                .map(each -> (double) each.listed())
                .toList()
                .reversed();
        if (went.size() >= FEWEST_TO_DRAW) {
            figure.went(new Sparkline(
                    text("lists.went", Figures.whole(went.getFirst()), Figures.whole(went.getLast()), went.size()),
                    went));
        }
        return figure;
    }

    private static ChangeMark change(long more, String since) {
        String key = more > 0 ? "figure.more" : more < 0 ? "figure.fewer" : "figure.same";
        return more == 0
                ? ChangeMark.plain(0, text(key, since))
                : ChangeMark.plain(more, text(key, Figures.whole(Math.abs(more)), since));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
