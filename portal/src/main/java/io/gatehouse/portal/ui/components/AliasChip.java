package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.html.Span;

/** A name that points to a version; the one for the version in use stands out. */
public class AliasChip extends Span {
    private static final String CHAMPION = "champion";

    public AliasChip(String alias) {
        super(alias);
        addClassName("gh-chip");
        if (alias.equals(CHAMPION)) {
            addClassName("is-champion");
        }
    }
}
