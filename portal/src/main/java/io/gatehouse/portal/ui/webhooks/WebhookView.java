package io.gatehouse.portal.ui.webhooks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.webhooks.Webhook;
import io.gatehouse.webhooks.WebhookRecord;
import io.gatehouse.webhooks.WebhookSender;
import io.gatehouse.webhooks.Webhooks;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** One webhook: to be changed, paused, tried and deleted, with the last messages to it. */
@Route("webhooks/:webhook")
@PermitAll
public class WebhookView extends Page implements BeforeEnterObserver {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST_OF_AN_ANSWER = 200;

    private final transient CurrentPerson current;
    private final transient Webhooks webhooks;
    private final transient WebhookRecord record;
    private final Div said = new Div();
    private final Div shown = new Div();
    private transient Location at = new Location(Places.WEBHOOKS);

    WebhookView(CurrentPerson current, Webhooks webhooks, WebhookRecord record) {
        this.current = current;
        this.webhooks = webhooks;
        this.record = record;
        said.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.MANAGE_WEBHOOKS);
        String address = event.getRouteParameters().get("webhook").orElse("");
        if (!ID.matcher(address).matches()
                || !(webhooks.find(current.actor(), UUID.fromString(address))
                        instanceof Outcome.Done<Webhook>(Webhook webhook))) {
            throw new NotFoundException(text("webhooks.unknown", address));
        }
        at = event.getLocation();
        removeAll();
        said.removeAll();
        add(said, shown);
        show(webhook);
    }

    private void show(Webhook webhook) {
        setPageTitle(webhook.name(), text("webhooks.title"));
        boolean active = webhook.status() == Webhook.Status.ACTIVE;
        Button pause = new Button(
                text(active ? "webhooks.pause" : "webhooks.resume"),
                click -> turn(webhook, active ? Webhook.Status.DISABLED : Webhook.Status.ACTIVE));
        Button test = new Button(text("webhooks.test"), click -> test(webhook));
        Button delete = new Button(text("webhooks.delete"), click -> ask(webhook));
        delete.addThemeVariants(ButtonVariant.ERROR);
        shown.removeAll();
        shown.add(
                new PageHeader(webhook.name())
                        .trail(new Breadcrumbs().to(Places.WEBHOOKS, text("webhooks.title")))
                        .badge(WebhooksView.badge(webhook))
                        .verdict(text(active ? "webhooks.verdict.active" : "webhooks.verdict.paused"))
                        .asOf(text("webhooks.since", Figures.dateTime(webhook.updatedAt())))
                        .actions(test, pause, delete),
                section(
                        text("webhooks.settings"),
                        new WebhookForm(
                                webhook,
                                webhooks.signs(current.actor(), webhook.id()),
                                wanted -> webhooks.change(current.actor(), webhook.id(), wanted),
                                changed -> {
                                    say(Tone.OK, text("webhooks.saved"));
                                    show(changed);
                                })),
                messages(webhook));
    }

    private Section messages(Webhook webhook) {
        return section(
                text("webhooks.messages"),
                text("webhooks.messages.intro"),
                new DeliveryRows(
                        record,
                        current,
                        webhook,
                        at,
                        () -> {
                            say(Tone.OK, text("webhooks.retried"));
                            show(webhook);
                        },
                        refusal -> say(Tone.ACT, refusal.sentence().in(Reader.language()))));
    }

    private void turn(Webhook webhook, Webhook.Status status) {
        switch (webhooks.change(
                current.actor(), webhook.id(), new Webhook.Wanted(null, null, null, null, null, status))) {
            case Outcome.Done<Webhook>(Webhook turned) -> {
                say(Tone.OK, text(status == Webhook.Status.ACTIVE ? "webhooks.resumed" : "webhooks.paused"));
                show(turned);
            }
            case Outcome.Refused<Webhook>(Refusal refusal) ->
                say(Tone.ACT, refusal.sentence().in(Reader.language()));
        }
    }

    private void test(Webhook webhook) {
        switch (webhooks.test(current.actor(), webhook.id(), Optional.empty())) {
            case Outcome.Done<Webhooks.Tried>(Webhooks.Tried tried) -> tell(tried);
            case Outcome.Refused<Webhooks.Tried>(Refusal refusal) ->
                say(Tone.ACT, refusal.sentence().in(Reader.language()));
        }
    }

    private void tell(Webhooks.Tried tried) {
        WebhookSender.Answer answer = tried.answer();
        if (answer == null) {
            say(Tone.ACT, tried.failure());
        } else {
            String body = answer.body().strip();
            String begin = body.length() <= MOST_OF_AN_ANSWER ? body : body.substring(0, MOST_OF_AN_ANSWER) + "…";
            say(
                    answer.taken() ? Tone.OK : Tone.ACT,
                    text(
                                    answer.taken() ? "webhooks.tested" : "webhooks.tested.refused",
                                    Integer.toString(answer.status()))
                            + (begin.isEmpty() ? "" : " " + text("webhooks.tested.body", begin)));
        }
    }

    private void ask(Webhook webhook) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(text("webhooks.delete.ask", webhook.name()));
        dialog.setText(text("webhooks.delete.consequence"));
        dialog.setCancelable(true);
        dialog.setCancelText(text("webhooks.delete.keep"));
        dialog.setConfirmText(text("webhooks.delete"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(event -> {
            // Somebody else may have deleted it meanwhile, which comes to the same.
            webhooks.delete(current.actor(), webhook.id());
            getUI().ifPresent(ui -> Places.go(ui, Places.WEBHOOKS));
        });
        dialog.open();
    }

    private void say(Tone tone, String words) {
        Div notice = new Notice(tone, new Paragraph(words));
        said.removeAll();
        said.add(notice);
    }
}
