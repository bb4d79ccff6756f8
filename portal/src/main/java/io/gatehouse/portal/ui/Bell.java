package io.gatehouse.portal.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.shared.Registration;
import io.gatehouse.notices.Inbox;
import org.jspecify.annotations.Nullable;

/** The way to the notices, with how many are new. */
class Bell extends Anchor {
    private static final int MOST_SHOWN = 99;

    private final transient CurrentPerson current;
    private final transient Inbox inbox;
    private final Span count = new Span();
    private @Nullable Registration changes;

    Bell(CurrentPerson current, Inbox inbox) {
        super(Places.NOTICES);
        this.current = current;
        this.inbox = inbox;
        getElement().setAttribute("router-link", true);
        addClassName("gh-bell");
        count.addClassName("gh-count");
        // The name of the link says the number.
        count.getElement().setAttribute("aria-hidden", "true");
        add(VaadinIcon.BELL_O.create(), count);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        changes = ComponentUtil.addListener(event.getUI(), NoticesChanged.class, changed -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (changes != null) {
            changes.remove();
        }
    }

    /** @param place that the reader looks at: what was told of it is read with that */
    void arrived(String place) {
        int unread = inbox.unread(current.actor());
        show(unread > 0 && inbox.seen(current.actor(), place) > 0 ? inbox.unread(current.actor()) : unread);
    }

    private void refresh() {
        show(inbox.unread(current.actor()));
    }

    private void show(int unread) {
        count.setText(unread > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(unread));
        count.setVisible(unread > 0);
        String name = unread == 0
                ? I18NProvider.translate("notices.bell")
                : I18NProvider.translate(unread == 1 ? "notices.bell.one" : "notices.bell.many", unread);
        getElement().setAttribute("aria-label", name).setAttribute("title", name);
    }
}
