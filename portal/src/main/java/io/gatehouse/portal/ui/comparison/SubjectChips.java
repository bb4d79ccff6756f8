package io.gatehouse.portal.ui.comparison;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.comparison.Comparison.Subject;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.comparison.Comparisons.VersionRef;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The versions being compared, each with the ways to take it out or to make it the baseline, and the choice of one more. */
class SubjectChips extends Div {
    /**
     * @param others versions that could be added, of the models that are there
     * @param models that could be added
     * @param usual the version that is meant by a model
     */
    SubjectChips(
            ComparisonQuery query,
            List<Subject> subjects,
            List<VersionRef> others,
            List<String> models,
            Function<String, Optional<VersionRef>> usual) {
        addClassName("gh-subjects");
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("aria-label", text("compare.subjects"));
        for (int i = 0; i < query.subjects().size(); i++) {
            list.add(chip(query, query.subjects().get(i), i < subjects.size() ? subjects.get(i) : null, i == 0));
        }
        add(list);
        if (query.subjects().size() < Comparisons.MOST) {
            if (!others.isEmpty()) {
                add(more(query, others));
            }
            if (!models.isEmpty()) {
                add(another(query, models, usual));
            }
        }
    }

    private static ListItem chip(
            ComparisonQuery query, VersionRef version, @Nullable Subject subject, boolean baseline) {
        Span name = new Span(VersionNames.of(version, query.oneModel()));
        name.addClassName("gh-strong");
        ListItem chip = new ListItem(name);
        if (subject != null) {
            Span facts = new Span(Reader.said(subject.label())
                    + (subject.label().isEmpty() ? "" : " · ")
                    + Figures.date(subject.createdAt()));
            facts.addClassName("gh-caption");
            chip.add(facts);
        }
        Div ways = new Div();
        ways.addClassName("gh-subject-ways");
        if (baseline) {
            Span mark = new Span(text("compare.baseline"));
            mark.addClassNames("gh-chip", "is-champion");
            ways.add(mark);
        } else {
            ways.add(way(
                    query.from(version),
                    text("compare.make-baseline"),
                    text("compare.make-baseline.of", version.version())));
        }
        if (query.subjects().size() > 1) {
            ways.add(way(query.without(version), text("compare.remove"), text("compare.remove.of", version.version())));
        }
        chip.add(ways);
        return chip;
    }

    private static ComboBox<String> another(
            ComparisonQuery query, List<String> models, Function<String, Optional<VersionRef>> usual) {
        ComboBox<String> choice = new ComboBox<>(text("compare.add.model"));
        choice.setItems(models);
        choice.setPlaceholder(text("compare.add.placeholder"));
        choice.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                usual.apply(change.getValue())
                        .ifPresent(version -> choice.getUI()
                                .ifPresent(
                                        ui -> Places.go(ui, query.with(version).place())));
            }
        });
        return choice;
    }

    private static Anchor way(ComparisonQuery to, String words, String spoken) {
        Anchor link = Places.link(to.place(), words);
        link.getElement().setAttribute("aria-label", spoken);
        return link;
    }

    private static ComboBox<VersionRef> more(ComparisonQuery query, List<VersionRef> others) {
        ComboBox<VersionRef> choice = new ComboBox<>(text("compare.add"));
        choice.setItems(others);
        boolean one = query.oneModel();
        choice.setItemLabelGenerator(version -> VersionNames.of(version, one));
        choice.setPlaceholder(text("compare.add.placeholder"));
        choice.addValueChangeListener(change -> {
            VersionRef chosen = change.getValue();
            if (chosen != null) {
                choice.getUI().ifPresent(ui -> Places.go(ui, query.with(chosen).place()));
            }
        });
        return choice;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
