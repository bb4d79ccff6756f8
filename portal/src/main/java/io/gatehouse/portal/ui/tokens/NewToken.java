package io.gatehouse.portal.ui.tokens;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.PortalAddress;
import io.gatehouse.portal.ui.components.FieldWords;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Snippet;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.tokens.AccessTokens;
import io.gatehouse.tokens.AccessTokens.Issue;
import java.time.Clock;
import java.time.LocalDate;

/** Asks for a name and an end, and shows the secret once. */
class NewToken extends Div {
    private static final int USUAL_DAYS = 90;

    private final transient CurrentPerson current;
    private final transient AccessTokens tokens;
    private final transient Runnable issued;
    private final TextField name = new TextField(text("tokens.name"));
    private final DatePicker end = new DatePicker(text("tokens.expires"));
    private final Div secret = new Div();

    /** @param issued called after a token was made */
    NewToken(CurrentPerson current, AccessTokens tokens, Clock clock, Runnable issued) {
        this.current = current;
        this.tokens = tokens;
        this.issued = issued;
        LocalDate today = Figures.day(clock.instant());
        name.setPlaceholder(text("tokens.name.example"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(100);
        name.addClassName("gh-token-name");
        end.setRequiredIndicatorVisible(true);
        end.setI18n(FieldWords.days());
        end.setMin(today.plusDays(1));
        end.setMax(today.plusDays(AccessTokens.LONGEST.toDays() - 1));
        end.setValue(today.plusDays(USUAL_DAYS));
        Button make = new Button(text("tokens.make"), event -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickShortcut(Key.ENTER).listenOn(name);
        Div form = new Div(name, end, make);
        form.addClassName("gh-toolbar");
        secret.getElement().setAttribute("role", "status");
        add(form, secret);
    }

    private void make() {
        name.setInvalid(false);
        LocalDate day = end.getValue();
        if (day == null) {
            end.setInvalid(true);
            end.setErrorMessage(text("tokens.expires.missing"));
            return;
        }
        end.setInvalid(false);
        switch (tokens.issue(current.actor(), name.getValue(), Figures.endOf(day))) {
            case Issue.Issued made -> show(made);
            case Issue.Refused refused -> refuse(refused);
        }
    }

    private void refuse(Issue.Refused refused) {
        if (refused.field().equals("name")) {
            name.setErrorMessage(refused.sentence().in(Reader.language()));
            name.setInvalid(true);
            name.focus();
        } else {
            end.setErrorMessage(refused.sentence().in(Reader.language()));
            end.setInvalid(true);
            end.focus();
        }
    }

    private void show(Issue.Issued made) {
        Div notice = new Notice(
                Tone.OK,
                new Paragraph(text("tokens.made", made.token().name())),
                new Snippet(
                        text("tokens.secret"),
                        "export MLFLOW_TRACKING_URI=%s%nexport MLFLOW_TRACKING_TOKEN=%s"
                                .formatted(PortalAddress.current(), made.secret())));
        // As wide as the table below.
        notice.addClassName("is-full");
        secret.removeAll();
        secret.add(notice);
        // Emptied by the page and not by its reader: a required field would complain of it.
        name.clear();
        name.setInvalid(false);
        name.setErrorMessage("");
        issued.run();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
