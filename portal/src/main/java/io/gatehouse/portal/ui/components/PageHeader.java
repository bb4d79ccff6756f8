package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;

/**
 * The top of every page: the way back, the name with its state, the verdict in a sentence, and as of when. What can be done there stands
 * beside these words where there is room, and under them where there is not.
 */
public class PageHeader extends Header {
    private final Div words = new Div();
    private final Div line = new Div();
    private final Div actions = new Div();
    private final Paragraph verdict = new Paragraph();
    private final H1 heading;
    private int explanations;

    public PageHeader(String title) {
        addClassName("gh-page-header");
        heading = new H1(title);
        heading.getElement().setAttribute("tabindex", "-1");
        line.addClassName("gh-header-line");
        actions.addClassName("gh-header-actions");
        words.addClassName("gh-header-words");
        line.add(heading);
        words.add(line);
        getElement().appendChild(words.getElement());
    }

    /** Goes on with what the page says of itself. */
    @Override
    public void add(Collection<Component> components) {
        words.add(components);
    }

    public PageHeader trail(Breadcrumbs trail) {
        addComponentAsFirst(trail);
        return this;
    }

    /** In place of the one before, where the page follows what happens. */
    public PageHeader badge(StatusBadge badge) {
        line.getChildren().filter(StatusBadge.class::isInstance).toList().forEach(line::remove);
        // After what explains the heading, which belongs to its words.
        line.addComponentAtIndex(line.indexOf(heading) + 1 + explanations, badge.large());
        return this;
    }

    /** Says beside the heading what its word means. */
    public PageHeader explained(Term term) {
        line.addComponentAtIndex(line.indexOf(heading) + 1, new TermHelp(term));
        explanations++;
        return this;
    }

    /** In place of the one before. @param sentences said as one verdict */
    public PageHeader verdict(String sentences) {
        verdict.setText(sentences);
        if (!sentences.isEmpty() && verdict.getParent().isEmpty()) {
            verdict.addClassName("gh-verdict");
            add(verdict);
        }
        return this;
    }

    /** @param words such as “As of 14 Nov 2026, 06:10 · data to 31 Oct 2026” */
    public PageHeader asOf(String words) {
        Paragraph asOf = new Paragraph(words);
        asOf.addClassNames("gh-caption", "gh-as-of");
        add(asOf);
        return this;
    }

    public PageHeader actions(Component... buttons) {
        if (actions.getParent().isEmpty()) {
            getElement().appendChild(actions.getElement());
        }
        actions.add(buttons);
        return this;
    }
}
