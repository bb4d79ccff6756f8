package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a run logged by name. Of many, the first are shown and the others are found by their names: rows that nobody reads would only
 * stay with the session.
 */
class LoggedTable extends Div {
    private static final int MOST = 100;
    private static final int MOST_WITHOUT_SEARCH = 30;

    private final transient Supplier<Table> empty;
    private final transient Supplier<List<Line>> lines;
    private final Component nothing;
    private final TextField find = new TextField();
    private final Div shown = new Div();
    private final Paragraph rest = new Paragraph();

    /** A name and what was logged by it. */
    record Line(String name, String value) {}

    /**
     * @param caption of the table
     * @param empty the table without rows
     * @param nothing shown while nothing is logged
     * @param lines reads what is logged by now
     */
    LoggedTable(String caption, Supplier<Table> empty, Component nothing, Supplier<List<Line>> lines) {
        this.empty = empty;
        this.nothing = nothing;
        this.lines = lines;
        find.setPlaceholder(text("run.find.hint"));
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setAriaLabel(text("run.find", caption));
        find.setWidthFull();
        find.addValueChangeListener(change -> show(lines.get()));
        rest.addClassName("gh-caption");
        rest.getElement().setAttribute("role", "status");
        addClassName("gh-logged");
        add(find, shown, rest);
    }

    LoggedTable shown(List<Line> first) {
        show(first);
        return this;
    }

    /** Again, with what came meanwhile; what somebody looks for stays. */
    void show(List<Line> all) {
        shown.removeAll();
        find.setVisible(all.size() > MOST_WITHOUT_SEARCH);
        if (all.isEmpty()) {
            shown.add(nothing);
            rest.setVisible(false);
            return;
        }
        String wanted = find.getValue().strip().toLowerCase(Locale.ROOT);
        List<Line> matching = all.stream()
                .filter(line -> line.name.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        Table table = empty.get();
        matching.stream().limit(MOST).forEach(line -> table.row(line.name, line.value));
        table.setVisible(!matching.isEmpty());
        shown.add(table);
        int count = Math.min(MOST, matching.size());
        rest.setText(text(matching.isEmpty() ? "run.find.none" : "run.find.some", count, all.size()));
        rest.setVisible(count < all.size());
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
