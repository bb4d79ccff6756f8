package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A question mark beside a term that shows what it means. The browser opens and closes it by itself: by keyboard, with Escape and with a
 * click elsewhere, and without asking the server.
 */
public class TermHelp extends Span {
    private static final AtomicLong LAST = new AtomicLong();

    public TermHelp(Term term) {
        addClassNames("gh-term", "gh-no-print");
        // A page may explain a term more than once, and each button opens its own.
        String id = "term-" + LAST.incrementAndGet();
        NativeButton ask = new NativeButton("?");
        ask.addClassName("gh-term-ask");
        ask.getElement()
                .setAttribute("type", "button")
                .setAttribute("popovertarget", id)
                .setAttribute("aria-label", I18NProvider.translate("term.ask", term.word()));
        Span word = new Span(term.word());
        word.addClassName("gh-strong");
        Anchor all = Places.link(Places.glossary(term.anchor()), I18NProvider.translate("term.all"));
        Div means = new Div(word, new Paragraph(term.meaning()), all);
        means.setId(id);
        means.addClassName("gh-term-means");
        means.getElement()
                .setAttribute("popover", "auto")
                .setAttribute("role", "note")
                .setAttribute("aria-label", term.word());
        add(ask, means);
    }

    /** A word and its explanation, as in a title of a column. */
    public static Span beside(String word, Term term) {
        Span both = new Span(new Span(word), new TermHelp(term));
        both.addClassName("gh-termed");
        return both;
    }
}
