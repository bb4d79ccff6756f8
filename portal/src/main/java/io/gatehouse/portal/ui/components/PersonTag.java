package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Span;

/** A person by name, with their initials. */
public class PersonTag extends Span {
    public PersonTag(String displayName) {
        addClassName("gh-person");
        Avatar initials = new Avatar(displayName);
        initials.getElement().setAttribute("aria-hidden", "true");
        initials.getElement().removeAttribute("tabindex");
        add(initials, new Span(displayName));
    }
}
