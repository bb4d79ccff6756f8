package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Names and values, such as where a version came from. */
public class Facts extends DescriptionList {
    public Facts() {
        addClassName("gh-facts");
    }

    public Facts add(String name, String value) {
        return add(name, new Span(value.isEmpty() ? Figures.notKnown() : value));
    }

    public Facts add(String name, Component value) {
        DescriptionList.Description description = new DescriptionList.Description();
        description.add(value);
        add(new DescriptionList.Term(name), description);
        return this;
    }

    /** A value of machine text: a hash, a commit, an address. */
    public Facts code(String name, String value) {
        Span text = new Span(value.isEmpty() ? Figures.notKnown() : value);
        text.addClassName("gh-mono");
        return add(name, text);
    }
}
