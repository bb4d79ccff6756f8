package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;

/** The way back up. The page itself is not in it: its heading follows at once. */
public class Breadcrumbs extends Nav {
    private final OrderedList trail = new OrderedList();

    public Breadcrumbs() {
        addClassName("gh-crumbs");
        setAriaLabel(I18NProvider.translate("breadcrumbs"));
        add(trail);
    }

    public Breadcrumbs to(String place, String title) {
        trail.add(new ListItem(Places.link(place, title)));
        return this;
    }
}
