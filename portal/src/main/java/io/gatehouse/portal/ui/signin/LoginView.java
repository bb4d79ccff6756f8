package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.gatehouse.portal.ui.Languages;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RefusalNotice;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentences;

/** Where people sign in. Whoever was on the way somewhere goes on there afterwards. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final String NAME_KEPT = "gatehouse-signin-name";

    /** After a wrong password the name stands there still and the password is asked for; kept in this tab alone, until somebody is in. */
    private static final String KEEP_NAME = """
            const wrong = $0;
            const key = $1;
            const form = this;
            form.addEventListener('login', event => sessionStorage.setItem(key, event.detail.username));
            const name = sessionStorage.getItem(key);
            sessionStorage.removeItem(key);
            if (wrong && name) {
                requestAnimationFrame(() => {
                    const field = form.querySelector('[name=username]');
                    if (field && !field.value) {
                        field.value = name;
                        form.querySelector('[name=password]')?.focus();
                    }
                });
            }""";

    private final LoginForm form = new LoginForm();
    private final Notice notice = new Notice(Tone.INFO).announced();
    private final RefusalNotice turnedAway = new RefusalNotice();
    private final transient OtherWays otherWays;

    LoginView(Languages languages, OtherWays otherWays) {
        this.otherWays = otherWays;
        addClassName("gh-login");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        notice.setVisible(false);
        Div side = new Div(notice, turnedAway);
        if (otherWays.alone()) {
            Div panel = new Div(new H2(text("signin.title")), new Paragraph(text("signin.only")), otherWays.links());
            panel.addClassName("gh-account");
            side.add(panel);
        } else if (otherWays.any()) {
            Paragraph or = new Paragraph(text("signin.or"));
            or.addClassName("gh-or");
            side.add(otherWays.links(), or, form);
        } else {
            side.add(form);
        }
        side.add(tongues(languages));
        side.addClassName("gh-login-form");
        add(new SignInStory(text("signin.headline"), text("signin.line")), side);
    }

    /** Whoever signed in needs the name no more; the next at this tab is not told it. */
    public static void forgetName(Page page) {
        page.executeJs("sessionStorage.removeItem($0)", NAME_KEPT);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        form.setError(asked.containsKey("error"));
        form.getElement().executeJs(KEEP_NAME, asked.containsKey("error"), NAME_KEPT);
        if (otherWays.alone() && asked.containsKey("error")) {
            // Only a form made by hand leads here.
            turnedAway.say(Sentences.say("account.password.shut"));
        }
        TurnedAway.take().ifPresent(turnedAway::say);
        if (asked.containsKey("expired")) {
            tell("signin.expired");
        } else if (asked.containsKey("out")) {
            tell(otherWays.any() ? "signin.out.here" : "signin.out");
        } else if (asked.containsKey("chosen") && !otherWays.alone()) {
            tell("signin.chosen");
        }
    }

    @Override
    public String getPageTitle() {
        return text("signin.title") + " · Gatehouse";
    }

    private void tell(String key) {
        notice.tell(text(key));
    }

    static Div tongues(Languages languages) {
        Div all = new Div();
        all.addClassName("gh-languages");
        all.getElement().setAttribute("role", "group").setAttribute("aria-label", text("language"));
        for (Language each : Language.values()) {
            NativeButton choice = new NativeButton(
                    text("language." + each),
                    click -> click.getSource().getUI().ifPresent(page -> languages.choose(page, each)));
            choice.getElement()
                    .setAttribute("lang", each.tag())
                    .setAttribute("aria-pressed", String.valueOf(each == Reader.language()));
            all.add(choice);
        }
        return all;
    }

    private static LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form fields = words.getForm();
        fields.setTitle(text("signin.title"));
        fields.setUsername(text("signin.username"));
        fields.setPassword(text("signin.password"));
        fields.setSubmit(text("signin.submit"));
        words.setForm(fields);
        LoginI18n.ErrorMessage wrong = words.getErrorMessage();
        wrong.setTitle(text("signin.wrong"));
        wrong.setMessage(text("signin.wrong.hint"));
        words.setErrorMessage(wrong);
        return words;
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
