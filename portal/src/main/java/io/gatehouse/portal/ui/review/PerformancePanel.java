package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.components.VerdictBadge;
import java.util.List;

/** Whether scores mean what they say, and whether what the run logged is what the evidence gives. */
class PerformancePanel extends Div {
    private static final List<String> TOLD = List.of("CALIBRATION", "CLAIM_DISAGREES", "CLAIM_AGREES", "NO_CLAIM");

    PerformancePanel(CheckResult check) {
        addClassNames("gh-panel", "gh-stack");
        TOLD.forEach(code -> check.findings().stream()
                .filter(finding -> finding.reasonCode().equals(code))
                .forEach(finding -> add(line(finding))));
        PerformanceFigures figures = check.performance();
        if (figures != null && !figures.calibration().isEmpty()) {
            add(new NumbersTable(bands(figures)));
        }
    }

    /** Whether there is anything to tell. */
    static boolean tells(CheckResult check) {
        return check.findings().stream().anyMatch(finding -> TOLD.contains(finding.reasonCode()));
    }

    private static Div line(Finding finding) {
        Paragraph words = new Paragraph(finding.sentence().in(Reader.language()));
        if (!finding.reasonCode().equals("CLAIM_DISAGREES")) {
            return new Div(words);
        }
        Div line = new Notice(Tone.WATCH, new VerdictBadge(finding.verdict()), words);
        return line;
    }

    private static Table bands(PerformanceFigures figures) {
        Table table = new Table(text("review.calibration.table"))
                .column(text("review.calibration.band"))
                .numberColumn(text("review.segment.customers"))
                .numberColumn(text("review.calibration.said"))
                .numberColumn(text("review.calibration.happened"))
                .compact();
        for (int i = 0; i < figures.calibration().size(); i++) {
            PerformanceFigures.CalibrationBand band = figures.calibration().get(i);
            table.row(
                    new Span(String.valueOf(i + 1)),
                    new Span(Figures.whole(band.rows())),
                    new Span(Figures.percentFine(band.meanScore())),
                    new Span(Figures.percentFine(band.observedRate())));
        }
        return table;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
