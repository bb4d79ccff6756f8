package io.gatehouse.portal.ui.webhooks;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.webhooks.Webhooks;
import jakarta.annotation.security.PermitAll;

/** Makes a webhook and leads to it. */
@Route(Places.NEW_WEBHOOK)
@PermitAll
public class NewWebhookView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Webhooks webhooks;

    NewWebhookView(CurrentPerson current, Webhooks webhooks) {
        this.current = current;
        this.webhooks = webhooks;
        setPageTitle(text("webhooks.new"), text("webhooks.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.MANAGE_WEBHOOKS);
        removeAll();
        add(
                new PageHeader(text("webhooks.new"))
                        .trail(new Breadcrumbs().to(Places.WEBHOOKS, text("webhooks.title")))
                        .verdict(text("webhooks.new.verdict")),
                new WebhookForm(
                        null,
                        false,
                        wanted -> webhooks.create(current.actor(), wanted),
                        made -> Places.go(UI.getCurrent(), Places.webhook(made.id()))));
    }
}
