package io.gatehouse.reports;

import io.gatehouse.champions.ChampionThen;
import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.champions.FiguresThen;
import io.gatehouse.champions.Tenure;
import io.gatehouse.checks.Figure;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one column of a table says of a version in use at a moment. */
final class TenureTables {
    private static final String NOBODY = "no version in use";

    private TenureTables() {}

    /** @param first columns, which say what the row is about */
    static <T> List<Column<T>> columns(List<Column<T>> first, Function<T, ChampionThen> of, ZoneId zone) {
        List<Column<T>> columns = new ArrayList<>(first);
        columns.add(Column.text("Version", 9, row -> version(of.apply(row))));
        columns.add(Column.text("In use since (" + InWords.zone(zone) + ")", 19, row -> since(of.apply(row), zone)));
        columns.add(Column.text("Request", 9, row -> request(of.apply(row))));
        columns.add(Column.text("Approved by", 20, row -> approved(of.apply(row))));
        columns.add(Column.text("Policy", 18, row -> policy(of.apply(row))));
        columns.add(Column.number("AUC", 9, row -> auc(of.apply(row))));
        columns.add(Column.number("AUC that its run claimed", 11, row -> claimed(of.apply(row))));
        columns.add(Column.number("AUC in use", 12, row -> live(of.apply(row))));
        columns.add(Column.number("Leavers it finds", 9, row -> found(of.apply(row))));
        columns.add(Column.number("ROI, modelled", 10, row -> roi(of.apply(row))));
        columns.add(Column.number("Worth a month, modelled", 12, row -> worth(of.apply(row))));
        columns.add(Column.status("Fairness by segment", 16, Statuses.VERDICTS, row -> fairness(of.apply(row))));
        return columns;
    }

    private static CellContent version(ChampionThen then) {
        Tenure tenure = then.tenure();
        return tenure == null ? new CellContent.Absent("none") : CellContent.whole((long) tenure.version());
    }

    private static CellContent since(ChampionThen then, ZoneId zone) {
        Tenure tenure = then.tenure();
        return tenure == null ? CellContent.NONE : CellContent.moment(tenure.from(), zone);
    }

    private static CellContent request(ChampionThen then) {
        Tenure tenure = then.tenure();
        return request(tenure == null ? null : tenure.requestNumber());
    }

    private static CellContent approved(ChampionThen then) {
        Tenure tenure = then.tenure();
        return tenure == null ? CellContent.NONE : new CellContent.Text(InWords.people(tenure.approvedBy()));
    }

    private static CellContent policy(ChampionThen then) {
        Tenure tenure = then.tenure();
        return tenure == null ? CellContent.NONE : CellContent.text(tenure.policy());
    }

    private static CellContent auc(ChampionThen then) {
        return figure(then, FiguresThen::auc, CellContent.INDEX);
    }

    private static CellContent found(ChampionThen then) {
        return figure(then, FiguresThen::foundOfHundred, CellContent.SHARE);
    }

    private static CellContent figure(ChampionThen then, Function<FiguresThen, @Nullable Figure> which, String format) {
        FiguresThen figures = then.figures();
        if (figures == null) {
            return absent(then);
        }
        Figure figure = which.apply(figures);
        return CellContent.number(figure == null ? null : figure.estimate(), format);
    }

    private static CellContent claimed(ChampionThen then) {
        FiguresThen figures = then.figures();
        return figures == null
                ? absent(then)
                : CellContent.numberOr(figures.claimed().claimed(), CellContent.INDEX, "not logged");
    }

    private static CellContent live(ChampionThen then) {
        FiguresThen figures = then.figures();
        ClaimedFigure claimed = figures == null ? null : figures.claimed();
        return claimed == null ? absent(then) : LiveCells.auc(claimed);
    }

    private static CellContent roi(ChampionThen then) {
        FiguresThen figures = then.figures();
        return figures == null ? absent(then) : CellContent.number(figures.roi(), "0 %");
    }

    private static CellContent worth(ChampionThen then) {
        FiguresThen figures = then.figures();
        return figures == null ? absent(then) : CellContent.money(figures.netPerMonth());
    }

    private static String fairness(ChampionThen then) {
        FiguresThen figures = then.figures();
        Verdict verdict = figures == null ? null : figures.fairness();
        return verdict == null ? "–" : Words.of(verdict);
    }

    /** What does not arise, as against what is not on record. */
    private static CellContent absent(ChampionThen then) {
        return then.tenure() == null ? CellContent.NONE : new CellContent.Absent(InWords.NOT_KNOWN);
    }

    /** Such as {@code PR-42}; a dash where none brought it. */
    static CellContent request(@Nullable Long number) {
        return number == null ? CellContent.NONE : new CellContent.Text("PR-" + number);
    }

    /** A word for the head of a summary. */
    static String inUse(ChampionThen then) {
        Tenure tenure = then.tenure();
        return tenure == null ? NOBODY : "version " + tenure.version();
    }

    static Bars.Bar bar(String label, ChampionThen then) {
        FiguresThen figures = then.figures();
        Figure auc = figures == null ? null : figures.auc();
        return auc == null ? Bars.Bar.of(label, null) : Bars.Bar.between(label, auc.estimate(), auc.low(), auc.high());
    }
}
