package io.gatehouse.portal.ui.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.webhooks.Webhook;
import io.gatehouse.webhooks.WebhookDelivery;
import io.gatehouse.webhooks.WebhookDelivery.State;
import io.gatehouse.webhooks.WebhookRecord;
import java.util.List;
import java.util.function.Consumer;

/** The last messages to a webhook, each with what was answered; what was given up can be sent again. */
class DeliveryRows extends Div {
    private static final int MOST = 200;

    private final transient WebhookRecord record;
    private final transient CurrentPerson current;
    private final transient Runnable retried;
    private final transient Consumer<Refusal> refused;
    private final boolean active;

    /** @param retried called when a message is to go again @param refused called when it is not */
    DeliveryRows(
            WebhookRecord record,
            CurrentPerson current,
            Webhook webhook,
            Location at,
            Runnable retried,
            Consumer<Refusal> refused) {
        this.record = record;
        this.current = current;
        this.retried = retried;
        this.refused = refused;
        this.active = webhook.status() == Webhook.Status.ACTIVE;
        List<WebhookDelivery> last = record.last(current.actor(), webhook.id(), MOST);
        add(
                last.isEmpty()
                        ? new EmptyState(text("webhooks.messages.empty"), text("webhooks.messages.empty.hint"))
                        : table(last, at));
    }

    private RowsTable<WebhookDelivery> table(List<WebhookDelivery> last, Location at) {
        return new RowsTable<>(text("webhooks.messages"), last, at)
                .column("at", text("webhooks.at"), one -> new Span(Figures.dateTime(one.at())), WebhookDelivery::at)
                .column(
                        "event",
                        text("webhooks.event"),
                        one -> new Span(WebhookWords.event(one.event())),
                        one -> WebhookWords.event(one.event()))
                .column("state", text("webhooks.state"), DeliveryRows::badge, DeliveryRows::state)
                .numberColumn(
                        "answer",
                        text("webhooks.answer"),
                        one -> new Span(answer(one)),
                        one -> one.answer().isPresent() ? one.answer().getAsInt() : null)
                .numberColumn(
                        "attempts",
                        text("webhooks.attempts"),
                        one -> new Span(Figures.whole(one.attempts())),
                        WebhookDelivery::attempts)
                .plainColumn(text("webhooks.message"), one -> new Span(message(one)))
                .plainColumn(text("webhooks.way"), this::retry)
                .choice("state", text("webhooks.state"), DeliveryRows::state)
                .found(one -> String.join(" ", WebhookWords.event(one.event()), state(one), message(one), answer(one)))
                .shown();
    }

    private static StatusBadge badge(WebhookDelivery one) {
        Tone tone = switch (one.state()) {
            case SENT -> Tone.OK;
            case WAITING -> Tone.INFO;
            case FAILED -> Tone.ACT;
            case DROPPED -> Tone.NONE;
        };
        return new StatusBadge(tone, state(one));
    }

    private static String state(WebhookDelivery one) {
        return text("webhooks.state." + one.state());
    }

    private static String answer(WebhookDelivery one) {
        return one.answer().isPresent() ? Integer.toString(one.answer().getAsInt()) : "";
    }

    private static String message(WebhookDelivery one) {
        String next = one.next()
                .filter(moment -> one.attempts() > 0)
                .map(moment -> text("webhooks.next", Figures.dateTime(moment)))
                .orElse("");
        return (one.message() + " " + next).strip();
    }

    private Component retry(WebhookDelivery one) {
        if (!active || one.state() == State.SENT || one.state() == State.WAITING) {
            return new Span();
        }
        Button retry = new Button(text("webhooks.retry"), click -> {
            switch (record.retry(current.actor(), one.id())) {
                case Outcome.Done<WebhookDelivery> done -> retried.run();
                case Outcome.Refused<WebhookDelivery>(Refusal refusal) -> refused.accept(refusal);
            }
        });
        retry.setAriaLabel(text("webhooks.retry.of", WebhookWords.event(one.event()), Figures.dateTime(one.at())));
        return retry;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
