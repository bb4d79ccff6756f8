package io.gatehouse.portal.ui.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparison.Cell;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.comparison.Comparison.Subject;
import io.gatehouse.portal.ui.components.ChangeMark;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import java.util.List;
import java.util.stream.Stream;

/** One group of rows, a column for each version. A cell says in a shape and in words how it stands beside the baseline's. */
public class ComparisonTable extends Table {
    /** @param rows of the group that are to be shown */
    public ComparisonTable(String caption, List<Subject> subjects, List<Row> rows) {
        this(caption, subjects, rows, false);
    }

    /** @param turned whether the versions are the rows */
    ComparisonTable(String caption, List<Subject> subjects, List<Row> rows, boolean turned) {
        super(caption);
        addClassName("gh-compare");
        alwaysSideBySide();
        column(I18NProvider.translate(turned ? "compare.version.column" : "compare.what"));
        List<String> names = VersionNames.of(subjects);
        if (turned) {
            rows.forEach(row -> column(Reader.said(row.label())));
            for (int i = 0; i < subjects.size(); i++) {
                int version = i;
                row(Stream.concat(
                                Stream.<Component>of(new Span(title(names, i))),
                                rows.stream().map(row -> cell(row.cells().get(version))))
                        .toArray(Component[]::new));
            }
            return;
        }
        for (int i = 0; i < subjects.size(); i++) {
            column(title(names, i));
        }
        rows.forEach(row -> row(cells(row)));
    }

    private static String title(List<String> names, int version) {
        return names.get(version) + (version == 0 ? " · " + baseline() : "");
    }

    private static String baseline() {
        return I18NProvider.translate("compare.baseline");
    }

    private static Component[] cells(Row row) {
        Component[] cells = new Component[row.cells().size() + 1];
        cells[0] = label(row);
        for (int i = 0; i < row.cells().size(); i++) {
            cells[i + 1] = cell(row.cells().get(i));
        }
        return cells;
    }

    private static Component label(Row row) {
        Span label = new Span(Reader.said(row.label()));
        if (row.name().equals(row.label()) || row.name().isEmpty()) {
            return label;
        }
        Span name = new Span(row.name());
        name.addClassNames("gh-caption", "gh-compare-name");
        return new Div(label, name);
    }

    /** What a script logged stays as it wrote it; figures and days are the product's. */
    private static String written(Cell cell) {
        return cell.number() == null ? Reader.days(cell.text()) : Reader.figures(cell.text());
    }

    private static Component cell(Cell cell) {
        Span text = new Span(cell.text().isEmpty() ? I18NProvider.translate("compare.missing") : written(cell));
        text.addClassName(cell.text().isEmpty() ? "gh-muted" : cell.number() == null ? "gh-compare-text" : "gh-strong");
        Div box = new Div(text);
        box.addClassName("gh-compare-cell");
        if (!cell.range().isEmpty()) {
            Span range = new Span(Reader.said(cell.range()));
            range.addClassName("gh-caption");
            box.add(range);
        }
        if (cell.change() != Comparison.Change.NONE) {
            box.add(ChangeMark.of(cell.change()));
        }
        return box;
    }
}
