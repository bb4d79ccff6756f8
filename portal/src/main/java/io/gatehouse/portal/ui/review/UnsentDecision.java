package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Draft;
import java.util.function.Consumer;

/** Gives back the reason that somebody wrote for a decision that was never sent, because their session ended or the request moved on. */
class UnsentDecision extends Div {
    private final transient Draft draft;

    /**
     * @param draft of the reason
     * @param verb such as REJECT
     * @param goOn opens the decision again
     * @param possible whether it can still be made
     * @param discuss takes the words into the discussion
     */
    UnsentDecision(Draft draft, String verb, Runnable goOn, boolean possible, Consumer<String> discuss) {
        this.draft = draft;
        addClassNames("gh-notice", "is-watch", "gh-unsent");
        getElement().setAttribute("role", "status");
        // Not by visibility: of what is invisible the browser is asked nothing.
        show(false);
        draft.read(this, kept -> {
            removeAll();
            add(new Paragraph(text("review.unsent." + verb)), quoted(kept));
            if (possible) {
                add(new Button(text("review.unsent.continue"), click -> goOn.run()));
            } else {
                add(new Button(text("review.unsent.discuss"), click -> {
                    discuss.accept(kept);
                    discard();
                }));
            }
            add(new Button(text("review.unsent.discard"), click -> discard()));
            show(true);
        });
    }

    private void show(boolean shown) {
        getElement().setAttribute("hidden", !shown);
    }

    private void discard() {
        draft.drop(this);
        show(false);
    }

    private static Paragraph quoted(String kept) {
        Paragraph quoted = new Paragraph("“" + kept.strip() + "”");
        quoted.addClassName("gh-thread-words");
        return quoted;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
