package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;

/** Commands to be copied into a terminal. */
public class Snippet extends Div {
    /** @param label says what the commands do, for those who do not see the box */
    public Snippet(String label, String commands) {
        Pre box = new Pre(commands);
        box.addClassNames("gh-snippet", "gh-mono");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", label);
        Span copied = new Span();
        copied.getElement().setAttribute("role", "status");
        copied.addClassName("gh-caption");
        Button copy = new Button(I18NProvider.translate("copy"), event -> {
            event.getSource().getElement().executeJs("navigator.clipboard?.writeText($0)", commands);
            copied.setText(I18NProvider.translate("copied"));
        });
        Span row = new Span(copy, copied);
        row.addClassNames("gh-toolbar", "gh-chips");
        add(box, row);
    }
}
