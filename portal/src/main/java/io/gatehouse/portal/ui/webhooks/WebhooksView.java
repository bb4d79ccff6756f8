package io.gatehouse.portal.ui.webhooks;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.webhooks.Webhook;
import io.gatehouse.webhooks.Webhooks;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All webhooks, which administrators alone manage: they carry names of models out of the house. */
@Route(Places.WEBHOOKS)
@PermitAll
public class WebhooksView extends Page implements BeforeEnterObserver {
    private static final int MOST = 1_000;

    private final transient CurrentPerson current;
    private final transient Webhooks webhooks;

    WebhooksView(CurrentPerson current, Webhooks webhooks) {
        this.current = current;
        this.webhooks = webhooks;
        setPageTitle(text("webhooks.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.MANAGE_WEBHOOKS);
        List<Webhook> all =
                webhooks.page(current.actor(), MOST, Optional.empty()).items();
        Anchor make = Places.button(Places.NEW_WEBHOOK, text("webhooks.new"));
        removeAll();
        add(new PageHeader(text("webhooks.title"))
                .verdict(text("webhooks.verdict"))
                .actions(make));
        add(
                all.isEmpty()
                        ? section(
                                text("webhooks.all"),
                                new EmptyState(text("webhooks.empty"), text("webhooks.empty.hint")))
                        : section(text("webhooks.all"), table(all, event.getLocation())));
    }

    private static RowsTable<Webhook> table(List<Webhook> all, Location at) {
        return new RowsTable<>(text("webhooks.all"), all, at)
                .column(
                        "name",
                        text("webhooks.name"),
                        webhook -> Places.link(Places.webhook(webhook.id()), webhook.name()),
                        Webhook::name)
                .column("url", text("webhooks.url"), webhook -> WebhookWords.address(webhook.url()), Webhook::url)
                .plainColumn(text("webhooks.events"), webhook -> new Span(events(webhook)))
                .column("status", text("webhooks.status"), WebhooksView::badge, WebhookWords::status)
                .column(
                        "changed",
                        text("webhooks.changed"),
                        webhook -> new Span(Figures.dateTime(webhook.updatedAt())),
                        Webhook::updatedAt)
                .choice("status", text("webhooks.status"), WebhookWords::status)
                .found(webhook -> String.join(" ", webhook.name(), webhook.url(), events(webhook)))
                .shown();
    }

    private static String events(Webhook webhook) {
        return webhook.events().stream().map(WebhookWords::event).collect(Collectors.joining(", "));
    }

    static StatusBadge badge(Webhook webhook) {
        return new StatusBadge(
                webhook.status() == Webhook.Status.ACTIVE ? Tone.OK : Tone.NONE, WebhookWords.status(webhook));
    }
}
