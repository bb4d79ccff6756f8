package io.gatehouse.portal.ui.errors;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.gatehouse.portal.ui.Places;

/** Ways on from a dead end. */
class ErrorLinks extends Div {
    ErrorLinks() {
        addClassNames("gh-toolbar");
    }

    ErrorLinks link(String place, String words) {
        Anchor link = Places.button(place, words);
        add(link);
        return this;
    }
}
