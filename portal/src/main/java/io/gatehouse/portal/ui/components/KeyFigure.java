package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One number that matters, under its label, over the range in which it lies. */
public class KeyFigure extends Div {
    /** @param range such as “likely between $0.8M and $1.6M”; empty if it has none */
    public KeyFigure(String label, String value, String range) {
        addClassName("gh-figure");
        Span number = new Span(value);
        number.addClassName("gh-figure-value");
        Span name = new Span(label);
        name.addClassName("gh-figure-label");
        // The label is read first and therefore comes first in the document; the stylesheet keeps that order.
        add(name, number);
        if (!range.isEmpty()) {
            Span line = new Span(range);
            line.addClassName("gh-figure-range");
            add(line);
        }
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
