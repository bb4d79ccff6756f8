package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.Workbooks;

/** How an unmodified MLflow client finds this portal. */
class Connecting {
    private final Person person;

    Connecting(Person person) {
        this.person = person;
    }

    Section section() {
        String commands = """
                export MLFLOW_TRACKING_URI=%s
                export MLFLOW_TRACKING_USERNAME=%s
                export MLFLOW_TRACKING_PASSWORD='your password'
                python train.py""".formatted(Workbooks.address(), person.username());
        Pre snippet = new Pre(commands);
        snippet.addClassNames("gh-snippet", "gh-mono");
        snippet.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", text("home.connect"));
        Span copied = new Span();
        copied.getElement().setAttribute("role", "status");
        copied.addClassName("gh-caption");
        Button copy = new Button(text("copy"), event -> {
            event.getSource().getElement().executeJs("navigator.clipboard?.writeText($0)", commands);
            copied.setText(text("copied"));
        });
        Span row = new Span(copy, copied);
        row.addClassNames("gh-toolbar", "gh-chips");
        Section section =
                new Section(new H2(text("home.connect")), new Paragraph(text("home.connect.hint")), snippet, row);
        section.addClassName("gh-section");
        return section;
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
