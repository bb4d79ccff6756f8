package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.tracking.RunComparison;

/** How many runs are picked, the way to see them side by side, and the way to forget them. Not there while none is picked. */
public class ComparedRunsBar extends Div {
    private final Runnable cleared;

    /** @param cleared told when the reader forgets them */
    public ComparedRunsBar(Runnable cleared) {
        this.cleared = cleared;
        addClassName("gh-picked");
        getElement().setAttribute("role", "status");
        show();
    }

    /** Shows the runs that are picked now. */
    public final void show() {
        removeAll();
        ComparedRuns runs = ComparedRuns.ofThisSession();
        int count = runs.count();
        setVisible(count > 0);
        if (count == 0) {
            return;
        }
        Span words = new Span(
                count >= RunComparison.MOST
                        ? text("runs.picked.most", count)
                        : count == 1 ? text("runs.picked.one") : text("runs.picked", count));
        words.addClassName("gh-grow");
        add(words);
        if (count > 1) {
            Anchor compare = Places.button(runs.place(), text("runs.picked.compare", count));
            compare.addClassName("is-primary");
            add(compare);
        }
        Button clear = new Button(text("runs.picked.clear"), click -> {
            runs.clear();
            show();
            cleared.run();
        });
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        add(clear);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
