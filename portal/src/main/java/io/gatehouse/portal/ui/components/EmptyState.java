package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Says that there is nothing, what would be here, and the next step. */
public class EmptyState extends Div {
    public EmptyState(String what, String nextStep, Component... actions) {
        addClassName("gh-empty");
        Paragraph title = new Paragraph(what);
        title.addClassName("gh-empty-title");
        Paragraph step = new Paragraph(nextStep);
        step.addClassName("gh-muted");
        add(title, step);
        if (actions.length > 0) {
            Span row = new Span(actions);
            row.addClassName("gh-chips");
            add(row);
        }
    }
}
