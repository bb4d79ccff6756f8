package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.search.Clause;
import io.gatehouse.search.Filter;
import io.gatehouse.search.InvalidSearchException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The conditions that runs must meet: as text in MLflow's language, with what could come next offered while one types, and each as a chip
 * that can be taken out. Whoever does not write chooses them below. Both are the same filter, which the view keeps in the address.
 */
class RunFilter extends Div {
    private static final String TYPED = "element.inputElement.value";
    private static final int PAUSE = 200;

    private final TextField field = new TextField(text("runs.filter"));
    private final UnorderedList offers = new UnorderedList();
    private final UnorderedList chips = new UnorderedList();
    private final Button add = new Button(text("runs.filter.add"));
    private final transient Consumer<String> chosen;
    private final ConditionForm form = new ConditionForm(this::added);
    private transient FilterCompletion completion = new FilterCompletion(List.of());
    private transient List<RunKey> keys = List.of();
    private boolean completing;

    /** @param chosen takes a whole filter when one was written, chosen or taken back */
    RunFilter(Consumer<String> chosen) {
        this.chosen = chosen;
        addClassName("gh-run-filter");
        getElement().setAttribute("role", "search").setAttribute("aria-label", text("runs.filter.label"));
        field.setPlaceholder(text("runs.filter.example"));
        field.setHelperText(text("runs.filter.hint"));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.getElement().setAttribute("autocomplete", "off").setAttribute("spellcheck", "false");
        field.addValueChangeListener(event -> {
            // Whoever leaves the field while words are offered goes to take one, and has not finished.
            if (!completing
                    && (event.getValue().isEmpty()
                            || offers.getChildren().findAny().isEmpty())) {
                written(event.getValue());
            }
        });
        field.getElement()
                .addEventListener(
                        "keydown",
                        event -> written(event.getEventData().get(TYPED).asString()))
                .addEventData(TYPED)
                .setFilter("event.key === 'Enter'");
        field.getElement()
                .addEventListener(
                        "input", event -> typed(event.getEventData().get(TYPED).asString()))
                .addEventData(TYPED)
                .debounce(PAUSE);
        offers.addClassName("gh-offers");
        offers.getElement()
                .setAttribute("aria-label", text("runs.filter.offers"))
                .setAttribute("aria-live", "polite");
        chips.addClassName("gh-conditions");
        chips.getElement().setAttribute("aria-label", text("runs.filter.conditions"));
        add.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add.addClickListener(click -> open(!form.isVisible()));
        open(false);
        Div row = new Div(chips, add);
        row.addClassName("gh-condition-row");
        add(field, offers, row, form);
    }

    /** Says what the runs of an experiment can be searched by. */
    void offer(List<RunKey> known) {
        keys = known;
        completion = new FilterCompletion(known);
        form.offer(known);
    }

    /** Shows the filter of the address. */
    void show(String filter) {
        completing = true;
        field.setValue(filter);
        completing = false;
        field.setInvalid(false);
        chips.removeAll();
        FilterWords.clauses(filter).forEach(clause -> chips.add(chip(filter, clause)));
        chips.setVisible(chips.getChildren().findAny().isPresent());
    }

    /** Says at the field what is wrong with the filter, where, and the way out. */
    void refuse(String filter, InvalidSearchException wrong) {
        field.setInvalid(true);
        field.setErrorMessage(FilterWords.wrong(filter, wrong, keys));
        chips.removeAll();
        chips.setVisible(false);
    }

    private void written(String filter) {
        offers.removeAll();
        chosen.accept(filter);
    }

    /** Offers how the text could go on. */
    void typed(String text) {
        offers.removeAll();
        for (FilterCompletion.Offer offer : completion.of(text)) {
            Button word = new Button(offer.word(), click -> complete(offer.filter()));
            word.addThemeVariants(ButtonVariant.SMALL);
            word.getElement().setAttribute("aria-label", text("runs.filter.offer", offer.word()));
            offers.add(new ListItem(word));
        }
    }

    private void complete(String filter) {
        completing = true;
        field.setValue(filter);
        completing = false;
        field.focus();
        typed(filter);
    }

    private ListItem chip(String filter, Clause clause) {
        String said = FilterWords.said(clause);
        Button remove = new Button(
                "×", click -> chosen.accept(Filter.parse(filter).without(clause).written()));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.getElement().setAttribute("aria-label", text("runs.filter.remove", said));
        remove.setTooltipText(text("runs.filter.remove", said));
        Span words = new Span(said);
        words.setTitle(clause.written());
        ListItem chip = new ListItem(words, remove);
        chip.addClassName("gh-condition");
        return chip;
    }

    private void added(Clause clause) {
        Filter present = new Filter(FilterWords.clauses(field.getValue()));
        chosen.accept(present.and(clause).written());
    }

    private void open(boolean wanted) {
        form.setVisible(wanted);
        add.getElement().setAttribute("aria-expanded", String.valueOf(wanted));
        add.setText(text(wanted ? "runs.filter.close" : "runs.filter.add"));
        if (wanted) {
            form.focus();
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
