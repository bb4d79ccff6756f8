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

/** A short table of plain HTML: it prints whole and is read row by row. The first column names the row. */
public class Table extends Div {
    private final NativeTable table = new NativeTable();
    private final NativeTableRow titles = new NativeTableRow();
    private final NativeTableBody body = new NativeTableBody();
    private final List<Boolean> numbers = new ArrayList<>();

    /** @param caption what the table shows, read out before it */
    public Table(String caption) {
        addClassName("gh-table-box");
        // A box that scrolls must be reachable without a mouse.
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption);
        table.addClassName("gh-table");
        NativeTableHeader head = new NativeTableHeader();
        head.add(titles);
        NativeTableCaption title = new NativeTableCaption();
        title.setText(caption);
        table.add(title, head, body);
        add(table);
    }

    public Table column(String title) {
        return column(title, false);
    }

    /** A column that is set flush right; its unit belongs into the title. */
    public Table numberColumn(String title) {
        return column(title, true);
    }

    public Table compact() {
        table.addClassName("is-compact");
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
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < cells.length; i++) {
            Component cell = i == 0 ? rowTitle(cells[i]) : new NativeTableCell(cells[i]);
            if (numbers.get(i)) {
                cell.addClassName("gh-number");
            }
            row.add(cell);
        }
        body.add(row);
        return this;
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
        NativeTableHeaderCell cell = new NativeTableHeaderCell(title);
        cell.getElement().setAttribute("scope", "col");
        if (number) {
            cell.addClassName("gh-number");
        }
        numbers.add(number);
        titles.add(cell);
        return this;
    }
}
