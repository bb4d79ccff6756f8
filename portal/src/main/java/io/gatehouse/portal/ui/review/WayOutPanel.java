package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.SafeBandPicture;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.VerdictBadge;
import io.gatehouse.promotion.WayOutWords;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What would change the outcome: in sentences, as a picture over all thresholds, and as a table of where verdicts change. */
class WayOutPanel extends Div {
    private WayOutPanel(List<Sentence> sentences) {
        addClassNames("gh-panel", "gh-stack", "gh-way-out");
        sentences.forEach(sentence -> add(new Paragraph(sentence.in(Reader.language()))));
    }

    /** Empty where nothing can be told. */
    static Optional<WayOutPanel> of(Evaluation evaluation) {
        List<Sentence> sentences = WayOutWords.of(evaluation);
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        WayOutPanel panel = new WayOutPanel(sentences);
        SafeBand band = evaluation.wayOut();
        if (band != null) {
            Span howToRead = new Span(text("review.way-out.read", Figures.whole(band.acting())));
            howToRead.addClassName("gh-caption");
            panel.add(
                    howToRead,
                    new SafeBandPicture(band, sentences.getFirst().in(Reader.language())),
                    new NumbersTable(table(band)));
        }
        return Optional.of(panel);
    }

    /** One row for neighbouring thresholds that share all verdicts: ninety-nine rows say no more. */
    private static Table table(SafeBand band) {
        Table table = new Table(text("review.way-out.table"))
                .column(text("review.way-out.threshold"))
                .column(text("review.way-out.performance"))
                .column(text("review.way-out.fairness"))
                .column(text("review.way-out.roi"))
                .numberColumn(text("review.way-out.list.from"))
                .numberColumn(text("review.way-out.list.to"))
                .compact();
        for (List<SafeBand.Point> alike : alike(band)) {
            SafeBand.Point first = alike.getFirst();
            SafeBand.Point last = alike.getLast();
            table.row(
                    new Span(SafeBandPicture.thresholds(first.percent(), last.percent())),
                    badge(first.verdicts().performance()),
                    badge(first.verdicts().fairness()),
                    badge(first.verdicts().value()),
                    new Span(Figures.whole(first.listLength())),
                    new Span(Figures.whole(last.listLength())));
        }
        return table;
    }

    private static VerdictBadge badge(Verdict verdict) {
        return new VerdictBadge(verdict);
    }

    private static List<List<SafeBand.Point>> alike(SafeBand band) {
        List<List<SafeBand.Point>> groups = new ArrayList<>();
        for (SafeBand.Point point : band.points()) {
            if (groups.isEmpty() || !groups.getLast().getLast().verdicts().equals(point.verdicts())) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(point);
        }
        return groups;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
