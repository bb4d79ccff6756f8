package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A button that opens the ways that few take, so that those that most take stand out. The browser opens and closes it by itself: by
 * keyboard, with Escape and with a click elsewhere, and without asking the server.
 */
public class MoreWays extends Span {
    private static final AtomicLong LAST = new AtomicLong();

    private final Div ways = new Div();

    public MoreWays() {
        String id = "more-" + LAST.incrementAndGet();
        NativeButton open = new NativeButton(I18NProvider.translate("more"));
        open.addClassNames("gh-button", "gh-more-open");
        open.getElement().setAttribute("type", "button").setAttribute("popovertarget", id);
        ways.setId(id);
        ways.addClassName("gh-more-ways");
        ways.getElement()
                .setAttribute("popover", "auto")
                .setAttribute("role", "group")
                .setAttribute("aria-label", I18NProvider.translate("more"));
        addClassNames("gh-more", "gh-no-print");
        add(open, ways);
    }

    /** @param links or downloads */
    public MoreWays with(Component... links) {
        ways.add(links);
        return this;
    }
}
