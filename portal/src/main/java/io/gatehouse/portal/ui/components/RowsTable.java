package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that readers narrow down, put in another order and leaf through. Every choice becomes part of the address, so that it can be sent,
 * kept, and is there again after a reload. Name its columns and filters, then {@link #shown} it.
 */
public class RowsTable<R> extends Div {
    /** Rows on a page. */
    public static final int PAGE = 25;

    private final String caption;
    private final transient Supplier<List<R>> read;
    private transient @Nullable WeakReference<List<R>> lately;
    private final transient RowsAddress address;
    private final transient List<Column<R>> columns = new ArrayList<>();
    private final transient List<Choice<R>> choices = new ArrayList<>();
    private final Map<Integer, Term> terms = new HashMap<>();
    private final TextField find = new TextField(text("rows.find"));
    private final Select<String> order = new Select<>();
    private final Div shown = new Div();
    private transient Function<R, String> words = row -> "";
    private transient Consumer<String> chosen = choices -> {};
    private transient Consumer<List<R>> leafed = rows -> {};
    private boolean reading;
    private boolean whole;
    private @Nullable Div bar;

    /** @param key in the address; empty for a column that nobody sorts by @param order absent likewise */
    private record Column<R>(
            String key,
            String title,
            boolean number,
            Function<R, Component> cell,
            @Nullable Comparator<R> order,
            @Nullable Comparator<R> reversed) {}

    private record Choice<R>(String parameter, ComboBox<String> box, Function<R, List<String>> values) {}

    /** @param caption what the table shows @param at the address that is shown, with the choices that it carries */
    public RowsTable(String caption, List<R> rows, Location at) {
        this(caption, supplier(List.copyOf(rows)), at);
    }

    /**
     * Of very many rows, none of which the session of the reader keeps but those on the page: they are read again for another page, unless
     * they are still there.
     */
    public RowsTable(String caption, Supplier<List<R>> read, Location at) {
        this.caption = caption;
        this.read = read;
        this.address = new RowsAddress(at);
        addClassName("gh-rows");
    }

    /** Rows that were read just now, so that they are not read again to begin with. */
    public RowsTable<R> known(List<R> rows) {
        lately = new WeakReference<>(rows);
        return this;
    }

    private static <R> Supplier<List<R>> supplier(List<R> rows) {
        return () -> rows;
    }

    private List<R> rows() {
        List<R> known = lately == null ? null : lately.get();
        if (known == null) {
            known = read.get();
            lately = new WeakReference<>(known);
        }
        return known;
    }

    /** A column to sort by; rows without a value come last in either direction. */
    public <C extends Comparable<? super C>> RowsTable<R> column(
            String key, String title, Function<R, Component> cell, Function<R, @Nullable C> value) {
        return column(key, title, false, cell, value);
    }

    /** As {@link #column}, flush right. */
    public <C extends Comparable<? super C>> RowsTable<R> numberColumn(
            String key, String title, Function<R, Component> cell, Function<R, @Nullable C> value) {
        return column(key, title, true, cell, value);
    }

    private <C extends Comparable<? super C>> RowsTable<R> column(
            String key, String title, boolean number, Function<R, Component> cell, Function<R, @Nullable C> value) {
        columns.add(new Column<>(
                key,
                title,
                number,
                cell,
                Comparator.comparing(value, Comparator.nullsLast(Comparator.<C>naturalOrder())),
                Comparator.comparing(value, Comparator.nullsLast(Comparator.<C>reverseOrder()))));
        return this;
    }

    /** Says beside the title of the column that was named last what it means. */
    public RowsTable<R> explained(Term term) {
        terms.put(columns.size() - 1, term);
        return this;
    }

    /** A column that says nothing to sort by, such as one with buttons. */
    public RowsTable<R> plainColumn(String title, Function<R, Component> cell) {
        columns.add(new Column<>("", title, false, cell, null, null));
        return this;
    }

    /** As {@link #plainColumn}, flush right. */
    public RowsTable<R> plainNumberColumn(String title, Function<R, Component> cell) {
        columns.add(new Column<>("", title, true, cell, null, null));
        return this;
    }

    /** A filter by one of the values that there are. */
    public RowsTable<R> choice(String parameter, String label, Function<R, String> value) {
        return choiceOfSeveral(parameter, label, row -> List.of(value.apply(row)));
    }

    /** As {@link #choice}, where a row can have several of the values. */
    public RowsTable<R> choiceOfSeveral(String parameter, String label, Function<R, List<String>> values) {
        choices.add(new Choice<>(parameter, new ComboBox<>(label), values));
        return this;
    }

    /** @param words of a row, all of which the search reads */
    public RowsTable<R> found(Function<R, String> words) {
        this.words = words;
        return this;
    }

    /** @param told of filter and order as the address carries them, whenever others are chosen */
    public RowsTable<R> choices(Consumer<String> told) {
        chosen = told;
        return this;
    }

    /** All that fit, one after the other and with nothing to press, as on paper. */
    public RowsTable<R> whole() {
        whole = true;
        if (bar != null) {
            bar.setVisible(false);
            show();
        }
        return this;
    }

    /** @param told of the rows on a page before their cells are made, so that what cells need is read for all of them at once */
    public RowsTable<R> page(Consumer<List<R>> told) {
        leafed = told;
        return this;
    }

    public RowsTable<R> shown() {
        reading = true;
        bar = toolbar();
        bar.setVisible(rows().size() > 1 && !whole);
        add(bar, shown);
        reading = false;
        show();
        return this;
    }

    private Div toolbar() {
        find.setPlaceholder(text("rows.find.hint"));
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setValue(address.get("find"));
        find.addValueChangeListener(change -> choose("find", change.getValue().strip()));
        Div bar = new Div(find);
        for (Choice<R> choice : choices) {
            // What the address asks for stays asked, also when no row has it: other rows would not be the answer.
            String asked = address.get(choice.parameter);
            choice.box.setItems(Stream.concat(
                            rows().stream().flatMap(row -> choice.values.apply(row).stream()), Stream.of(asked))
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .sorted()
                    .toList());
            choice.box.setClearButtonVisible(true);
            choice.box.setPlaceholder(text("risklist.filter.any"));
            choice.box.setValue(asked.isEmpty() ? null : asked);
            choice.box.addValueChangeListener(
                    change -> choose(choice.parameter, Objects.requireNonNullElse(change.getValue(), "")));
            bar.add(choice.box);
        }
        bar.add(order());
        bar.addClassNames("gh-toolbar", "gh-filters");
        bar.getElement().setAttribute("role", "search").setAttribute("aria-label", text("rows.narrow", caption));
        return bar;
    }

    /** Where the titles of the columns are not seen, as on a telephone. */
    private Div order() {
        order.setLabel(text("rows.sort"));
        order.setItems(columns.stream()
                .filter(column -> column.order != null)
                .flatMap(column -> Stream.of(column.key, "-" + column.key))
                .toList());
        order.setItemLabelGenerator(this::orderInWords);
        order.setEmptySelectionAllowed(true);
        order.setEmptySelectionCaption(text("rows.sort.none"));
        order.setWidthFull();
        order.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose("sort", Objects.requireNonNullElse(change.getValue(), ""));
            }
        });
        // A box around it, since the select lays itself out by its own display.
        Div small = new Div(order);
        small.addClassName("gh-only-small");
        return small;
    }

    private String orderInWords(@Nullable String sort) {
        return sort == null
                ? text("rows.sort.none")
                : sorted(sort)
                        .map(column -> text(sort.startsWith("-") ? "rows.sort.down" : "rows.sort.up", column.title))
                        .orElse(sort);
    }

    private java.util.Optional<Column<R>> sorted(String sort) {
        String key = sort.startsWith("-") ? sort.substring(1) : sort;
        return columns.stream()
                .filter(column -> column.order != null && column.key.equals(key))
                .findFirst();
    }

    private void choose(String parameter, String value) {
        if (!reading) {
            address.set(parameter, value);
            show();
            getUI().ifPresent(address::write);
        }
    }

    private void show() {
        reading = true;
        String sort = address.get("sort");
        order.setValue(sorted(sort).isPresent() ? sort : null);
        reading = false;
        chosen.accept(address.choices());
        List<R> rows = rows();
        List<R> fitting = rows.stream().filter(this::fits).sorted(order(sort)).toList();
        int onPage = whole ? Math.max(1, fitting.size()) : PAGE;
        int pages = Math.max(1, (fitting.size() + onPage - 1) / onPage);
        int page = Math.min(address.page(), pages);
        shown.removeAll();
        if (fitting.isEmpty()) {
            shown.add(new EmptyState(
                    text("rows.none"), text("rows.none.hint"), new Button(text("rows.all"), all -> clear())));
            return;
        }
        List<R> here = List.copyOf(fitting.subList((page - 1) * onPage, Math.min(page * onPage, fitting.size())));
        leafed.accept(here);
        shown.add(new Sorted(sort, here));
        Nav foot = foot(fitting.size(), rows.size(), page, pages);
        foot.setVisible(pages > 1 || fitting.size() < rows.size());
        shown.add(foot);
    }

    private boolean fits(R row) {
        return RowsAddress.contains(words.apply(row), address.get("find"))
                && choices.stream()
                        .allMatch(choice ->
                                choice.box.isEmpty() || choice.values.apply(row).contains(choice.box.getValue()));
    }

    /** As they were given, where nobody chose. */
    private Comparator<R> order(String sort) {
        return sorted(sort)
                .map(column -> sort.startsWith("-") ? column.reversed : column.order)
                .orElse((one, other) -> 0);
    }

    private Nav foot(int fitting, int all, int page, int pages) {
        Span count = new Span(
                pages == 1
                        ? text("rows.count", fitting, all)
                        : text("rows.page", (page - 1) * PAGE + 1, Math.min(page * PAGE, fitting), fitting));
        count.getElement().setAttribute("role", "status");
        Nav foot = new Nav(count);
        foot.addClassNames("gh-toolbar", "gh-no-print");
        foot.getElement().setAttribute("aria-label", text("rows.pages", caption));
        if (page > 1) {
            foot.add(new Button(text("rows.before"), click -> leaf(page - 1)));
        }
        if (page < pages) {
            foot.add(new Button(text("rows.after"), click -> leaf(page + 1)));
        }
        return foot;
    }

    private void leaf(int page) {
        choose("page", page == 1 ? "" : Integer.toString(page));
    }

    private void clear() {
        reading = true;
        find.clear();
        address.set("find", "");
        choices.forEach(choice -> {
            choice.box.clear();
            address.set(choice.parameter, "");
        });
        reading = false;
        choose("page", "");
    }

    private static Component titled(NativeButton press, @Nullable Term term) {
        if (term == null) {
            return press;
        }
        Span both = new Span(press, new TermHelp(term));
        both.addClassName("gh-termed");
        return both;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }

    /** The rows of one page under titles that can be pressed. */
    private final class Sorted extends Table {
        Sorted(String sort, List<R> page) {
            super(caption);
            untitled();
            for (int i = 0; i < columns.size(); i++) {
                Column<R> column = columns.get(i);
                if (column.order == null && column.number) {
                    numberColumn(column.title);
                } else if (column.order == null) {
                    column(column.title);
                } else {
                    boolean up = sort.equals(column.key);
                    boolean down = sort.equals("-" + column.key);
                    NativeButton press = new NativeButton(column.title + (up ? " ↑" : down ? " ↓" : ""));
                    press.addClickListener(click -> choose("sort", up ? "-" + column.key : column.key));
                    press.addClassName("gh-sort");
                    column(
                            column.title,
                            column.number,
                            titled(press, terms.get(i)),
                            up ? "ascending" : down ? "descending" : "none");
                }
            }
            page.forEach(row ->
                    row(columns.stream().map(column -> column.cell.apply(row)).toArray(Component[]::new)));
        }
    }
}
