package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A short table of plain HTML: it prints whole and is read row by row. The first column names the row. On a narrow screen a row of more
 * than two cells becomes a card whose lines carry the titles of the columns.
 */
public class Table extends Div {
    private static final int MOST_SIDE_BY_SIDE = 2;
    /** As many stand side by side at their usual distance beside the menu. */
    private static final int MOST_AT_EASE = 6;

    /** More columns than that become cards there, too. */
    private static final int MOST_ON_A_TABLET = 8;

    private final NativeTable table = new NativeTable();
    private final NativeTableRow titles = new NativeTableRow();
    private final NativeTableBody body = new NativeTableBody();
    private final List<Boolean> numbers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private boolean sideBySide;

    /** @param caption what the table shows, read out before it */
    public Table(String caption) {
        addClassName("gh-table-box");
        // A box that scrolls must be reachable without a mouse.
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption);
        table.addClassName("gh-table");
        // Said outright, since a browser forgets the roles of a table whose rows are laid out as cards.
        table.getElement().setAttribute("role", "table");
        body.getElement().setAttribute("role", "rowgroup");
        titles.getElement().setAttribute("role", "row");
        NativeTableHeader head = new NativeTableHeader();
        head.getElement().setAttribute("role", "rowgroup");
        head.add(titles);
        NativeTableCaption title = new NativeTableCaption();
        title.setText(caption);
        table.add(title, head, body);
        add(table);
    }

    public Table column(String title) {
        return column(title, false);
    }

    /** A column whose title is explained beside it. */
    public Table column(String title, Term term) {
        column(title, false, new NativeTableHeaderCell(TermHelp.beside(title, term)));
        return this;
    }

    /** A column of numbers whose title is explained beside it. */
    public Table numberColumn(String title, Term term) {
        column(title, true, new NativeTableHeaderCell(TermHelp.beside(title, term)));
        return this;
    }

    /** A column that is set flush right; its unit belongs into the title. */
    public Table numberColumn(String title) {
        return column(title, true);
    }

    /** A column whose title can be pressed. @param sorted {@code ascending}, {@code descending} or {@code none}, read out with it */
    protected void column(String title, boolean number, Component shown, String sorted) {
        NativeTableHeaderCell cell = column(title, number, new NativeTableHeaderCell(shown));
        cell.getElement().setAttribute("aria-sort", sorted);
    }

    public Table compact() {
        table.addClassName("is-compact");
        return this;
    }

    /** Leaves the caption to those who listen, where the heading above the table says the same to those who see. */
    public Table untitled() {
        addClassName("is-untitled");
        return this;
    }

    public Table row(String... cells) {
        Component[] components = new Component[cells.length];
        for (int i = 0; i < cells.length; i++) {
            components[i] = new Span(cells[i]);
        }
        return row(components);
    }

    /** @throws IllegalArgumentException if there are not as many cells as columns */
    public Table row(Component... cells) {
        if (cells.length != numbers.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + numbers.size() + " columns");
        }
        // Of a table of a thousand cells, attributes that nobody reads are a good part.
        boolean cards = isCards();
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < cells.length; i++) {
            Component cell = i == 0 ? rowTitle(cells[i]) : new NativeTableCell(cells[i]);
            if (numbers.get(i)) {
                cell.addClassName("gh-number");
            }
            if (cards) {
                // Shown by the stylesheet where the row is a card; it hides the titles then, so the cells keep their
                // roles.
                cell.getElement().setAttribute("role", i == 0 ? "rowheader" : "cell");
                if (i > 0) {
                    cell.getElement().setAttribute("data-title", names.get(i));
                }
            }
            row.add(cell);
        }
        if (cards) {
            row.getElement().setAttribute("role", "row");
        }
        body.add(row);
        return this;
    }

    /** Whether rows become cards on a narrow screen. */
    private boolean isCards() {
        return numbers.size() > MOST_SIDE_BY_SIDE && !sideBySide;
    }

    /** Keeps the columns side by side on every screen; the box scrolls where they do not fit. To be said before the first row. */
    protected void alwaysSideBySide() {
        sideBySide = true;
        table.addClassName("is-wide-only");
    }

    public int columns() {
        return numbers.size();
    }

    public int rows() {
        return (int) body.getChildren().count();
    }

    private static NativeTableHeaderCell rowTitle(Component content) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", "row");
        return cell;
    }

    private Table column(String title, boolean number) {
        column(title, number, new NativeTableHeaderCell(title));
        return this;
    }

    private NativeTableHeaderCell column(String title, boolean number, NativeTableHeaderCell cell) {
        cell.getElement().setAttribute("scope", "col");
        if (number) {
            cell.addClassName("gh-number");
        }
        cell.getElement().setAttribute("role", "columnheader");
        numbers.add(number);
        names.add(title);
        titles.add(cell);
        table.setClassName("is-cards", numbers.size() > MOST_SIDE_BY_SIDE);
        table.setClassName("is-many", numbers.size() > MOST_AT_EASE);
        table.setClassName("is-crowded", numbers.size() > MOST_ON_A_TABLET);
        return cell;
    }
}
