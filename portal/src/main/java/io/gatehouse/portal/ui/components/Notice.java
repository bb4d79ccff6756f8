package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Something that the reader should know before going on, set apart from the rest: what it is, why, and the way out. */
public class Notice extends Div {
    public Notice(Tone tone, Component... content) {
        super(content);
        addClassNames("gh-notice", tone.styleClass());
    }
}
