package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.PortalAddress;
import io.gatehouse.portal.ui.components.Snippet;

/** How an unmodified MLflow client finds this portal. */
class Connecting {
    Section section() {
        String commands = """
                export MLFLOW_TRACKING_URI=%s
                export MLFLOW_TRACKING_TOKEN='your token'
                python train.py""".formatted(PortalAddress.current());
        Section section = new Section(
                new H2(text("home.connect")),
                new Paragraph(text("home.connect.hint")),
                new Snippet(text("home.connect"), commands),
                new Paragraph(Places.link(Places.TOKENS, text("home.connect.token"))));
        section.addClassName("gh-section");
        section.setId("connect");
        return section;
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
