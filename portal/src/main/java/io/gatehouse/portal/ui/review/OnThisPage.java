package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;

/** The parts of a long page by their headings, each a way to it. */
class OnThisPage extends Nav {
    /** @param story whose sections are listed; those without an id are given one @param place the address of the page */
    OnThisPage(Component story, String place) {
        String title = I18NProvider.translate("review.contents");
        addClassNames("gh-contents", "gh-no-print");
        getElement().setAttribute("aria-label", title);
        Paragraph heading = new Paragraph(title);
        heading.addClassName("gh-caption");
        UnorderedList list = new UnorderedList();
        int part = 0;
        for (Component each : story.getChildren().toList()) {
            part++;
            if (each instanceof Section section
                    && section.getChildren().findFirst().orElse(null) instanceof H2 words) {
                String id = section.getId().orElse("part-" + part);
                section.setId(id);
                Anchor link = new Anchor(place + "#" + id, words.getText());
                // The browser goes there by itself; the router would only load the page again.
                link.setRouterIgnore(true);
                list.add(new ListItem(link));
            }
        }
        add(heading, list);
    }
}
