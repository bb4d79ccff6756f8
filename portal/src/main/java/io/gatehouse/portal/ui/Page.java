package io.gatehouse.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.TermHelp;
import java.util.Optional;

/** One screen: the main landmark of the document, with a title that names the place from the inside out. */
public abstract class Page extends Main implements HasDynamicTitle {
    private String title = "";

    protected Page() {
        addClassName("gh-page");
        setId("main");
        getElement().setAttribute("tabindex", "-1");
    }

    @Override
    public String getPageTitle() {
        return title.isEmpty() ? "Gatehouse" : title + " · Gatehouse";
    }

    /** @param parts from the inside out, such as “Version 3”, “churn”, “Models” */
    protected void setPageTitle(String... parts) {
        title = String.join(" · ", parts);
    }

    /** Where a link beside the one to the main content leads; empty where that one suffices. */
    public Optional<Shortcut> shortcut() {
        return Optional.empty();
    }

    /** The text of the product for a key; parameters are written as they are, so numbers come in formatted. */
    protected static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }

    /** Goes to the part that the address names: the browser looked for it before it was there. */
    protected final void goToAnchor() {
        getElement()
                .executeJs("const part = decodeURIComponent(location.hash.slice(1));"
                        + " if (part) setTimeout(() => document.getElementById(part)?.scrollIntoView(), 100)");
    }

    /** A part of the page under its own heading. */
    protected static Section section(String heading, Component... content) {
        Section section = new Section(new H2(heading));
        section.addClassName("gh-section");
        section.add(content);
        return section;
    }

    /** Says beside the heading of a part what its word means. */
    protected static Section explained(Section section, Term term) {
        section.addComponentAtIndex(1, new TermHelp(term));
        return section;
    }

    /** A part of the page whose heading is followed by a line of explanation. */
    protected static Section section(String heading, String intro, Component... content) {
        Paragraph line = new Paragraph(intro);
        line.addClassName("gh-section-intro");
        Section section = section(heading, line);
        section.add(content);
        return section;
    }
}
