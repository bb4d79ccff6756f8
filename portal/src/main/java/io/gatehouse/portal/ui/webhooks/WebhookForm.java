package io.gatehouse.portal.ui.webhooks;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.webhooks.Webhook;
import io.gatehouse.webhooks.WebhookEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a webhook is made of, with each objection beside the field that it is about. A secret goes in and never comes out. */
class WebhookForm extends Div {
    private final TextField name = new TextField(text("webhooks.name"));
    private final TextField url = new TextField(text("webhooks.url"));
    /** Has no mark of a required field: a group of boxes must not say so of itself (WAI-ARIA), so its helper does. */
    private final CheckboxGroup<WebhookEvent> events = new CheckboxGroup<>(text("webhooks.events"));

    private final TextArea description = new TextArea(text("webhooks.description"));
    private final PasswordField secret = new PasswordField(text("webhooks.secret"));
    private final Checkbox unsigned = new Checkbox(text("webhooks.unsigned"));
    private final Span done = new Span();
    private final boolean change;

    /**
     * @param before what is changed; absent for a new one
     * @param signed whether it has a secret
     * @param save keeps what is wanted
     * @param saved called with what was kept
     */
    WebhookForm(
            @Nullable Webhook before,
            boolean signed,
            Function<Webhook.Wanted, Outcome<Webhook>> save,
            Consumer<Webhook> saved) {
        change = before != null;
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(text("webhooks.name.help"));
        url.setRequiredIndicatorVisible(true);
        url.setPlaceholder("https://…");
        url.setHelperText(text("webhooks.url.help"));
        events.setItems(WebhookEvent.values());
        events.setHelperText(text("webhooks.events.help"));
        events.setItemLabelGenerator(WebhookWords::event);
        description.setMaxLength(5_000);
        secret.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        secret.setHelperText(text(signed ? "webhooks.secret.kept" : "webhooks.secret.help"));
        unsigned.setVisible(signed);
        done.getElement().setAttribute("role", "status");
        done.addClassName("gh-caption");
        if (before != null) {
            name.setValue(before.name());
            url.setValue(before.url());
            events.setValue(java.util.Set.copyOf(before.events()));
            description.setValue(before.description() == null ? "" : before.description());
        }
        for (HasValidation field : List.of(name, url, events, description, secret)) {
            field.setManualValidation(true);
        }
        Button button = new Button(text(change ? "webhooks.save" : "webhooks.make"), click -> {
            switch (save.apply(wanted())) {
                case Outcome.Done<Webhook>(Webhook kept) -> {
                    clear();
                    done.setText(text("webhooks.saved"));
                    saved.accept(kept);
                }
                case Outcome.Refused<Webhook>(Refusal refusal) -> refuse(refusal);
            }
        });
        button.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(name, url, secret, description);
        fields.addClassName("gh-form-grid");
        Div end = new Div(button, done);
        end.addClassName("gh-toolbar");
        addClassName("gh-panel");
        add(fields, unsigned, events, end);
    }

    private Webhook.Wanted wanted() {
        String typed = secret.getValue();
        return new Webhook.Wanted(
                name.getValue().strip(),
                url.getValue().strip(),
                events.getValue().stream().sorted().toList(),
                description.getValue(),
                unsigned.getValue() ? "" : typed.isEmpty() ? null : typed,
                null);
    }

    private void clear() {
        for (HasValidation field : List.of(name, url, events, description, secret)) {
            field.setInvalid(false);
        }
        secret.clear();
        unsigned.setValue(false);
    }

    private void refuse(Refusal refusal) {
        for (HasValidation field : List.of(name, url, events, description, secret)) {
            field.setInvalid(false);
        }
        done.setText("");
        HasValidation field = field(refusal);
        field.setErrorMessage(refusal.sentence().in(Reader.language()));
        field.setInvalid(true);
        if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) {
            focusable.focus();
        }
    }

    private HasValidation field(Refusal refusal) {
        String code = refusal.sentence().code();
        Object named = refusal.sentence().parameters().get("field");
        if (code.equals("webhook.name")) {
            return name;
        }
        if (code.equals("webhook.events")) {
            return events;
        }
        if ("description".equals(named)) {
            return description;
        }
        return "secret".equals(named) ? secret : url;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
