package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/** One number that matters, under its label, over the range in which it lies. */
public class KeyFigure extends Div {
    private final Span name;
    private final Optional<Span> line;

    /** @param range such as “likely between $0.8M and $1.6M”; empty if it has none */
    public KeyFigure(String label, String value, String range) {
        addClassName("gh-figure");
        Span number = new Span(value);
        number.addClassName("gh-figure-value");
        name = new Span(new Span(label));
        name.addClassName("gh-figure-label");
        // The label is read first and therefore comes first in the document; the stylesheet keeps that order.
        add(name, number);
        line = range.isEmpty() ? Optional.empty() : Optional.of(new Span(new Span(range)));
        line.ifPresent(words -> {
            words.addClassName("gh-figure-range");
            add(words);
        });
    }

    /** Says beside the label what the figure means. */
    public KeyFigure explained(Term term) {
        name.add(new TermHelp(term));
        return this;
    }

    /** Says beside the range what a range is. */
    public KeyFigure rangeExplained(Term term) {
        line.ifPresent(range -> range.add(new TermHelp(term)));
        return this;
    }

    /** What else it takes to understand the figure, such as what it was reckoned for. */
    public KeyFigure noted(String words) {
        Span note = new Span(words);
        note.addClassName("gh-figure-range");
        add(note);
        return this;
    }

    /** Whether it is as it has to be. */
    public KeyFigure judged(StatusBadge verdict) {
        add(new Div(verdict));
        return this;
    }

    /** How it stands beside what it was. */
    public KeyFigure change(ChangeMark change) {
        add(change);
        return this;
    }

    /** How it went until now. */
    public KeyFigure went(Sparkline line) {
        add(line);
        return this;
    }

    public KeyFigure small() {
        addClassName("is-small");
        return this;
    }

    /** Several side by side. */
    public static Div row(KeyFigure... figures) {
        Div row = new Div();
        row.addClassName("gh-figures");
        row.add(figures);
        return row;
    }
}
