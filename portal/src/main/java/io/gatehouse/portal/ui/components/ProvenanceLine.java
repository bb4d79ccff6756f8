package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;

/** Where the figures of a screen come from: the last line of every page that shows any. */
public class ProvenanceLine extends Footer {
    /** @param facts such as “Policy human-reviewed v1”; empty ones are left out */
    public ProvenanceLine(String... facts) {
        addClassName("gh-provenance");
        for (String fact : facts) {
            if (!fact.isEmpty()) {
                add(new Span(fact));
            }
        }
    }
}
