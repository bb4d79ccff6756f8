package io.gatehouse.portal.ui.downloads;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import org.jspecify.annotations.Nullable;

/** One piece of work in the background: what it is, how far it is, and the way to what comes of it. */
class ProgressLine extends ListItem {
    private final Span badge = new Span();
    private final Span told = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Div words;

    ProgressLine(String title, String place) {
        badge.addClassName("gh-badge-column");
        told.addClassName("gh-caption");
        told.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", text("downloads.progress.of", title));
        Anchor link = Places.link(place, title);
        words = new Div(new Span(link), bar, told);
        words.addClassNames("gh-grow", "gh-notice-words");
        add(badge, words);
    }

    /** Where what it says goes on, such as a refusal. */
    final Div words() {
        return words;
    }

    final void badge(Tone tone, String word) {
        badge.removeAll();
        badge.add(new StatusBadge(tone, word));
    }

    /**
     * @param running whether it moves: what is counted each second is not read out each second, and that it is done is
     * @param share of it that is done, 0 to 1; absent while that is not known
     */
    final void progress(String words, boolean running, @Nullable Double share) {
        told.getElement().setAttribute("aria-live", running ? "off" : "polite");
        told.setText(words);
        bar.setVisible(running);
        bar.setIndeterminate(share == null);
        if (share != null) {
            bar.setValue(share);
        }
    }

    static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
