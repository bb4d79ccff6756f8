package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.gatehouse.portal.ui.Languages;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.sentences.Language;

/** Where people sign in. Whoever was on the way somewhere goes on there afterwards. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final LoginForm form = new LoginForm();
    private final Notice notice = new Notice(Tone.INFO).announced();

    LoginView(Languages languages) {
        addClassName("gh-login");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        notice.setVisible(false);
        Div side = new Div(notice, form, tongues(languages));
        side.addClassName("gh-login-form");
        add(story(), side);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        form.setError(asked.containsKey("error"));
        if (asked.containsKey("expired")) {
            tell("signin.expired");
        } else if (asked.containsKey("out")) {
            tell("signin.out");
        }
    }

    @Override
    public String getPageTitle() {
        return text("signin.title") + " · Gatehouse";
    }

    private void tell(String key) {
        notice.tell(text(key));
    }

    private static Div tongues(Languages languages) {
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

    private static Div story() {
        Span brand = new Span(new Svg(MainLayout.logo()), new Span("Gatehouse"));
        brand.addClassName("gh-brand");
        UnorderedList promises = new UnorderedList();
        for (String promise : new String[] {"which", "fair", "worth"}) {
            promises.add(new ListItem(new Span(text("signin.promise." + promise))));
        }
        Div middle = new Div(new H1(text("signin.headline")), new Paragraph(text("signin.line")), promises);
        Span foot = new Span(text("signin.foot"));
        foot.addClassName("gh-hide-small");
        Div story = new Div(brand, middle, foot);
        story.addClassName("gh-login-story");
        return story;
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
