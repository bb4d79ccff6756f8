package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.SegmentVerdict;
import io.gatehouse.portal.ui.components.Table;
import java.util.List;

/**
 * Groups that share two attributes, such as the young in the north: the worst first, those that are too few to judge last, none dropped.
 * The table is made when somebody opens it, since there may be a hundred rows.
 */
class PairsOfGroups extends Details {
    PairsOfGroups(List<SegmentFigures> pairs) {
        addClassName("gh-numbers");
        long failed =
                pairs.stream().filter(pair -> pair.verdict() == Verdict.FAIL).count();
        long few = pairs.stream().filter(SegmentFigures::tooFew).count();
        setSummaryText(text("review.pairs", pairs.size(), failed, few));
        List<SegmentFigures> ordered =
                pairs.stream().sorted(SegmentFigures.WORST_FIRST).toList();
        addOpenedChangeListener(change -> {
            removeAll();
            if (change.isOpened()) {
                Paragraph intro = new Paragraph(text("review.pairs.words"));
                intro.addClassName("gh-caption");
                add(intro, table(ordered));
            }
        });
    }

    private static Table table(List<SegmentFigures> pairs) {
        Table table = new Table(text("review.pairs.table"))
                .column(text("review.pairs.group"))
                .column(text("review.segment.met"))
                .numberColumn(text("review.segment.customers"))
                .numberColumn(text("review.segment.leavers"))
                .numberColumn(text("review.segment.found"))
                .numberColumn(text("review.segment.ratio"))
                .numberColumn(text("review.segment.needed"))
                .compact();
        for (SegmentFigures pair : pairs) {
            table.row(
                    new Span(pair.group() + " (" + Reader.attributeWithin(pair.attribute()) + ")"),
                    new SegmentVerdict(pair),
                    new Span(SegmentPicture.customers(pair)),
                    new Span(Figures.whole(pair.counts().positives())),
                    new Span(FigureWords.withInterval(pair.truePositiveRate())),
                    new Span(pair.reference() || pair.ratio() == null ? "–" : FigureWords.withInterval(pair.ratio())),
                    new Span(needed(pair)));
        }
        return table;
    }

    /** How many customers would settle a verdict; a dash where there is one, or where no number would. */
    static String needed(SegmentFigures group) {
        return group.neededCustomers() == null ? "–" : Figures.whole(group.neededCustomers());
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
