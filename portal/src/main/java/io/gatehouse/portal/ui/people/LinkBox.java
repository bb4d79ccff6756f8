package io.gatehouse.portal.ui.people;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.house.UrlSegment;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.PortalAddress;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Snippet;
import io.gatehouse.portal.ui.components.Tone;

/** A sign-in link that was made, to be handed on: it is shown this once. */
class LinkBox extends Notice {
    LinkBox(SignInLinks.Link.Made made) {
        super(Tone.OK);
        announced();
        Person person = made.person();
        String link = PortalAddress.current() + "/" + made.place();
        add(
                new Paragraph(
                        text("link.made", person.displayName(), person.username(), Figures.dateTime(made.expiresAt()))),
                new Snippet(text("link.made.label", person.displayName()), link));
        if (!person.email().isEmpty()) {
            add(new Span(mail(person, link)));
        }
    }

    /** In the administrator's own mail program, so that it works without a mail server here, too. */
    private static Anchor mail(Person person, String link) {
        Anchor mail = new Anchor(
                "mailto:" + UrlSegment.of(person.email()).replace("%40", "@") + "?subject="
                        + UrlSegment.of(text("link.mail.subject")) + "&body="
                        + UrlSegment.of(text("link.mail.body", person.displayName(), person.username(), link)),
                text("link.mail", person.email()));
        mail.addClassName("gh-button");
        mail.setRouterIgnore(true);
        return mail;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
