package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Table;

/** The figure that the run claimed, the one that the evidence gives, and the one in use, side by side with the gap in words. */
final class ClaimedSection {
    private ClaimedSection() {}

    static Section of(ClaimedFigure figure) {
        Table table = new Table(text("claimed.title"))
                .untitled()
                .column(text("claimed.figure"))
                .numberColumn(text("claimed.claimed"))
                .numberColumn(text("claimed.recomputed"))
                .numberColumn(text("claimed.live"));
        Double claimed = figure.claimed();
        Double recomputed = figure.recomputed();
        Double live = figure.live();
        table.row(
                text("claimed.figure.auc"),
                claimed == null ? text("claimed.absent") : Figures.index(claimed),
                recomputed == null ? Figures.NOT_KNOWN : Figures.index(recomputed),
                live == null ? text("claimed.live.none") : Figures.index(live));
        Paragraph intro = new Paragraph(text("claimed.intro"));
        intro.addClassName("gh-section-intro");
        Section section = new Section(
                new H2(text("claimed.title")),
                intro,
                table,
                new Paragraph(figure.gap().english() + " " + figure.inUse().english()));
        section.addClassName("gh-section");
        section.setId("claimed");
        return section;
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
