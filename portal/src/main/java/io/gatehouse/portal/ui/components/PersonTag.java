package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A person by name, with their initials: wherever one stands by themselves, as in a column or under a vote, and not in a sentence. */
public class PersonTag extends Span {
    private final Span name;

    public PersonTag(String displayName) {
        addClassName("gh-person");
        Avatar initials = new Avatar(displayName);
        // The name follows; said twice it would only be in the way.
        initials.getElement().setAttribute("aria-hidden", "true").removeAttribute("tabindex");
        name = new Span(displayName);
        add(initials, name);
    }

    /** Their initials alone where there is little room. */
    public PersonTag initialsOnSmallScreens() {
        name.addClassName("gh-hide-small");
        return this;
    }

    /** Several, such as those who approved; what stands for “not known” if there is nobody. */
    public static Component row(List<String> displayNames) {
        if (displayNames.isEmpty()) {
            return new Span(Figures.notKnown());
        }
        Span row = new Span();
        row.addClassName("gh-people");
        displayNames.forEach(each -> row.add(new PersonTag(each)));
        return row;
    }
}
