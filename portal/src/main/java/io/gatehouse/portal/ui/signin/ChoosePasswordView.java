package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.portal.security.RequestIdFilter;
import io.gatehouse.portal.ui.Languages;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.account.NewPassword;
import io.gatehouse.portal.ui.components.RefusalNotice;
import java.util.Optional;

/**
 * Where a sign-in link leads: somebody chooses a password, with which they then sign in, or is joined with whoever vouches for them. Opening
 * the page alone uses nothing up.
 */
@Route(value = Places.SIGN_IN_LINK, autoLayout = false)
@AnonymousAllowed
public class ChoosePasswordView extends Main implements HasUrlParameter<String>, HasDynamicTitle {
    private final transient SignInLinks links;
    private final transient Languages languages;
    private final transient OtherWays otherWays;

    ChoosePasswordView(SignInLinks links, Languages languages, OtherWays otherWays) {
        this.links = links;
        this.otherWays = otherWays;
        this.languages = languages;
        addClassName("gh-login");
    }

    @Override
    public void setParameter(BeforeEvent event, String secret) {
        removeAll();
        links.bearer(secret).ifPresentOrElse(person -> welcome(secret, person), this::over);
    }

    @Override
    public String getPageTitle() {
        return text(otherWays.alone() ? "link.only.title" : "link.title") + " · Gatehouse";
    }

    private void welcome(String secret, Person person) {
        RefusalNotice refusal = new RefusalNotice();
        TurnedAway.take().ifPresent(refusal::say);
        if (otherWays.alone()) {
            show(
                    text("link.welcome", person.displayName()),
                    text("link.only"),
                    new H2(text("link.only.title")),
                    refusal,
                    joining(secret));
            return;
        }
        NewPassword password = new NewPassword(person.username());
        Button choose = new Button(text("link.choose"));
        choose.addClickListener(click -> password.value().ifPresent(chosen -> {
            switch (links.choose(secret, chosen, Actor.Via.SCREEN, RequestIdFilter.current())) {
                // Loaded anew, so that a password manager sees that the form was sent.
                case AccountOutcome.Done done ->
                    choose.getUI().ifPresent(ui -> ui.getPage().setLocation("login?chosen"));
                case AccountOutcome.Refused refused when refused.field().isEmpty() -> refusal.say(refused.sentence());
                case AccountOutcome.Refused refused -> password.refuse(refused);
            }
        }));
        choose.addClickShortcut(Key.ENTER).listenOn(password);
        if (!otherWays.any()) {
            choose.addThemeVariants(ButtonVariant.PRIMARY);
            password.focus();
            show(
                    text("link.welcome", person.displayName()),
                    text("link.line"),
                    new H2(text("link.title")),
                    refusal,
                    password,
                    choose);
            return;
        }
        Paragraph or = new Paragraph(text("link.or"));
        or.addClassName("gh-or");
        show(
                text("link.welcome", person.displayName()),
                text("link.ways"),
                new H2(text("link.ways.title")),
                refusal,
                joining(secret),
                or,
                password,
                choose);
    }

    private Div joining(String secret) {
        return otherWays.joining(() -> Optional.of(new Joining.ByLink(secret)), ButtonVariant.PRIMARY);
    }

    private void over() {
        Anchor signIn = new Anchor("login", text("signin.title"));
        signIn.addClassName("gh-button");
        show(
                text("signin.headline"),
                text("signin.line"),
                new H2(text("link.over")),
                new Paragraph(text("link.over.why")),
                signIn);
    }

    private void show(String heading, String line, com.vaadin.flow.component.Component... form) {
        Div panel = new Div(form);
        panel.addClassNames("gh-account");
        Div side = new Div(panel, LoginView.tongues(languages));
        side.addClassName("gh-login-form");
        add(new SignInStory(heading, line), side);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
