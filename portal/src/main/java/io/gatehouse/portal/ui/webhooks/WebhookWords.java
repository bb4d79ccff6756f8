package io.gatehouse.portal.ui.webhooks;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.webhooks.Webhook;
import io.gatehouse.webhooks.WebhookEvent;

/** Webhooks as people call what they are. */
final class WebhookWords {
    private WebhookWords() {}

    static String event(WebhookEvent event) {
        return I18NProvider.translate("webhooks.event." + event);
    }

    static String status(Webhook webhook) {
        return I18NProvider.translate("webhooks.status." + webhook.status());
    }

    /** Read, and never followed: it is for programs, and whoever presses it would call it as themselves. */
    static Span address(String url) {
        Span address = new Span(url);
        address.addClassName("gh-mono");
        return address;
    }
}
