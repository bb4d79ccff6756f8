package io.gatehouse.portal.ui.time;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ChampionThen;
import io.gatehouse.champions.FiguresThen;
import io.gatehouse.checks.Figure;
import io.gatehouse.money.Money;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.Term;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of what a version in use was approved on. @param of the version that a row tells of */
record ThenColumns<R>(Function<R, ChampionThen> of) {

    RowsTable<R> auc(RowsTable<R> table) {
        return table.numberColumn(
                        "auc",
                        text("as-of.auc"),
                        row -> new Span(cells(row).auc()),
                        row -> figure(row, figures -> estimate(figures.auc())))
                .explained(Term.AUC);
    }

    /** What it is worth, and whether it is fair. */
    RowsTable<R> worth(RowsTable<R> table) {
        return table.numberColumn(
                        "roi",
                        text("as-of.roi"),
                        row -> new Span(cells(row).roi()),
                        row -> figure(row, FiguresThen::roi))
                .explained(Term.VALUE)
                .numberColumn(
                        "worth",
                        text("as-of.worth"),
                        row -> new Span(cells(row).worth()),
                        row -> figure(row, figures -> amount(figures.netPerMonth())))
                .column(
                        "fairness",
                        text("as-of.fairness"),
                        row -> cells(row).fairness(),
                        row -> figure(row, FiguresThen::fairness))
                .explained(Term.FAIRNESS);
    }

    <T> @Nullable T figure(R row, Function<FiguresThen, @Nullable T> what) {
        FiguresThen figures = of.apply(row).figures();
        return figures == null ? null : what.apply(figures);
    }

    private ThenCells cells(R row) {
        return new ThenCells(of.apply(row));
    }

    private static @Nullable Double estimate(@Nullable Figure figure) {
        return figure == null ? null : figure.estimate();
    }

    private static java.math.@Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
