package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Something that the reader should know before going on, set apart from the rest: what it is, why, and the way out. */
public class Notice extends Div {
    public Notice(Tone tone, Component... content) {
        super(content);
        addClassNames("gh-notice", tone.styleClass());
    }

    /** Read out by screen readers when it appears or changes. */
    public Notice announced() {
        getElement().setAttribute("role", "status");
        return this;
    }

    /** Shows one sentence in place of what stood here. */
    public void tell(String sentence) {
        removeAll();
        add(new Paragraph(sentence));
        setVisible(true);
    }
}
