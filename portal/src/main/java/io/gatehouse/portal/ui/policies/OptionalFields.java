package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

/** What a policy may say besides, each with an example that can be copied; none of it stands in a policy that does not use it. */
class OptionalFields extends Details {
    private static final String[][] FIELDS = {
        {"may_not_apply", "may_not_apply: [FAIRNESS]"},
        {"model_card", "model_card: {required: [INTENDED_USE, LIMITATIONS]}"},
        {"execution", "execution: {window: Mon-Thu 06:00-16:00, after_hours: 24}"},
    };

    OptionalFields() {
        setSummaryText(text("policies.optional"));
        addClassName("gh-optional");
        for (String[] field : FIELDS) {
            add(new Paragraph(text("policies.optional." + field[0])), new Code(field[1]));
        }
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
