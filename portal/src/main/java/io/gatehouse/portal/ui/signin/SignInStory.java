package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.MainLayout;

/** What Gatehouse is for, beside the form of whoever has yet to come in. */
class SignInStory extends Div {
    /** @param heading of the page */
    SignInStory(String heading, String line) {
        Span brand = new Span(new Svg(MainLayout.logo()), new Span("Gatehouse"));
        brand.addClassName("gh-brand");
        UnorderedList promises = new UnorderedList();
        for (String promise : new String[] {"which", "fair", "worth"}) {
            promises.add(new ListItem(new Span(I18NProvider.translate("signin.promise." + promise))));
        }
        Div middle = new Div(new H1(heading), new Paragraph(line), promises);
        Span foot = new Span(I18NProvider.translate("signin.foot"));
        foot.addClassName("gh-hide-small");
        addClassName("gh-login-story");
        add(brand, middle, foot);
    }
}
