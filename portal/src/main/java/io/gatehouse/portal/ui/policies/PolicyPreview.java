package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.policies.PolicyConsequences.Consequences;

/** Before a policy is put: what it says otherwise, which requests have to be evaluated again, and whom in use it would put in doubt. */
class PolicyPreview extends Div {
    PolicyPreview(PolicyDocument before, PolicyDocument after, Consequences consequences) {
        addClassNames("gh-policy-preview", "gh-stack");
        add(new H2(text("policies.preview")), PolicyClauses.changes(before, after));
        String unavailable = after.unavailable();
        if (unavailable != null) {
            add(new Paragraph(text("policies.unavailable", Reader.said(unavailable))));
        }
        add(new H3(text("policies.requests")), requests(consequences));
        add(new H3(text("policies.champions")), champions(consequences));
    }

    private static Div requests(Consequences consequences) {
        if (consequences.requests().isEmpty()) {
            return new Div(new Paragraph(text("policies.requests.none")));
        }
        UnorderedList list = new UnorderedList();
        consequences
                .requests()
                .forEach(row -> list.add(new ListItem(
                        Places.link(Places.promotion(row.number()), "PR-" + row.number()),
                        new Span(" " + text("policies.request", row.model(), row.version())))));
        return new Div(new Paragraph(text("policies.requests.some")), list);
    }

    private static Div champions(Consequences consequences) {
        if (consequences.champions().isEmpty()) {
            return new Div(new Paragraph(text("policies.champions.none")));
        }
        UnorderedList list = new UnorderedList();
        consequences
                .champions()
                .forEach(missed -> list.add(new ListItem(
                        Places.link(Places.model(missed.model()), missed.model()),
                        new Span(" "
                                + text(
                                        "policies.champion",
                                        missed.version(),
                                        missed.figure(),
                                        missed.now(),
                                        missed.asked())))));
        return new Div(new Paragraph(text("policies.champions.some")), list);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
