package io.gatehouse.portal.ui.downloads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.portal.downloads.LongFiles;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.preparedfiles.FileOrder;
import io.gatehouse.preparedfiles.PreparedFile;
import io.gatehouse.preparedfiles.PreparedFiles;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Offers beside the download of a long file to have it prepared in the background. */
@Component
public class InBackground {
    private final CurrentPerson current;
    private final PreparedFiles files;
    private final LongFiles orders;

    InBackground(CurrentPerson current, PreparedFiles files, LongFiles orders) {
        this.current = current;
        this.files = files;
        this.orders = orders;
    }

    /** What is long, and how orders are written. */
    public LongFiles orders() {
        return orders;
    }

    /** @param order made with the click */
    public Span button(Supplier<FileOrder> order) {
        Span place = new Span();
        place.addClassNames("gh-in-background", "gh-no-print");
        Button button = new Button(text("downloads.prepare"), click -> ask(place, order.get()));
        button.setDisableOnClick(true);
        button.getElement().setAttribute("title", text("downloads.prepare.hint"));
        place.add(button);
        return place;
    }

    private void ask(Span place, FileOrder order) {
        switch (files.ask(current.actor(), order)) {
            case Outcome.Done<PreparedFile>(PreparedFile asked) -> {
                Anchor there = Places.link(Places.download(asked.id()), text("downloads.prepare.asked"));
                there.addClassName("gh-button");
                place.removeAll();
                place.add(there);
                there.focus();
            }
            case Outcome.Refused<PreparedFile>(Refusal refusal) -> {
                Span why = new Span(refusal.sentence().in(Reader.language()));
                why.getElement().setAttribute("role", "alert");
                Anchor there = Places.link(Places.DOWNLOADS, text("downloads.title"));
                there.addClassName("gh-button");
                place.removeAll();
                place.add(why, there);
            }
        }
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
