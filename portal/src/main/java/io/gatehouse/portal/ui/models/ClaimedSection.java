package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.champions.ClaimedMetric;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.sentences.Words;
import org.jspecify.annotations.Nullable;

/** The figure that the run claimed, the one that the evidence gives, and the one in use, side by side with the gap in words. */
final class ClaimedSection {
    private ClaimedSection() {}

    /** The AUC has its row even where its run claimed none. */
    static Section of(ClaimedFigure figure) {
        Table table = new Table(text("claimed.title"))
                .untitled()
                .column(text("claimed.figure"))
                .numberColumn(text("claimed.claimed"))
                .numberColumn(text("claimed.recomputed"))
                .numberColumn(text("claimed.live"))
                .column(text("claimed.gap"));
        if (figure.metrics().stream().noneMatch(metric -> metric.name().equals("test_auc"))) {
            table.row(auc(figure));
        }
        figure.metrics().forEach(metric -> table.row(row(metric)));
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

    private static String[] auc(ClaimedFigure figure) {
        return new String[] {
            text("claimed.figure.auc"),
            text("claimed.absent"),
            index(figure.recomputed()),
            live(figure.live()),
            text("claimed.gap.none")
        };
    }

    private static String[] row(ClaimedMetric metric) {
        return new String[] {
            Words.figure("claimed." + metric.name()),
            index(metric.claimed()),
            index(metric.recomputed()),
            live(metric.live()),
            metric.gap().english()
        };
    }

    private static String live(@Nullable Double value) {
        return value == null ? text("claimed.live.none") : Figures.index(value);
    }

    private static String index(@Nullable Double value) {
        return value == null ? Figures.NOT_KNOWN : Figures.index(value);
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
