package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.downloads.WorkbookDownloads.Matter;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.TermHelp;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The parts of a review that an evaluation alone decides: each check in depth, and what would change the outcome. */
final class EvidenceSections {
    private final Evaluation evaluation;
    private final Function<Matter, Component> workbook;

    /** @param workbook of one matter and its print page, to be taken away from where it is shown */
    EvidenceSections(Evaluation evaluation, Function<Matter, Component> workbook) {
        this.evaluation = evaluation;
        this.workbook = workbook;
    }

    /** Whether a check stands in the way. */
    boolean refused() {
        return evaluation.checks().stream()
                .map(CheckResult::verdict)
                .anyMatch(verdict -> verdict != Verdict.PASS && verdict != Verdict.NOT_APPLICABLE);
    }

    Optional<Section> wayOut() {
        String heading = text(refused() ? "review.way-out" : "review.way-out.passes-now");
        return WayOutPanel.of(evaluation).map(panel -> section("way-out", heading, panel));
    }

    List<Section> checks() {
        return Stream.of(
                        evaluation
                                .check(CheckName.FAIRNESS)
                                .filter(check -> !check.segments().isEmpty())
                                .map(check -> section(
                                        "fairness",
                                        text("review.fairness"),
                                        Term.FAIRNESS,
                                        intro(check),
                                        new FairnessPanel(check),
                                        workbook.apply(Matter.FAIRNESS))),
                        evaluation.check(CheckName.VALUE).flatMap(this::value),
                        evaluation
                                .check(CheckName.PERFORMANCE)
                                .filter(PerformancePanel::tells)
                                .map(check -> section(
                                        "performance",
                                        text("review.performance"),
                                        Term.AUC,
                                        intro(check),
                                        new PerformancePanel(check))))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Section> value(CheckResult check) {
        ValueFigures value = check.value();
        return value == null
                ? Optional.empty()
                : Optional.of(section(
                        "roi",
                        text("review.roi"),
                        Term.VALUE,
                        intro(check),
                        new ValuePanel(value, check.month(), evaluation.model()),
                        workbook.apply(Matter.ROI)));
    }

    private static Paragraph intro(CheckResult check) {
        Paragraph line = new Paragraph(check.sentence().in(Reader.language()));
        line.addClassName("gh-section-intro");
        return line;
    }

    /** With what its word means beside its heading. */
    private static Section section(String id, String heading, Term term, Component... content) {
        Section section = section(id, heading, content);
        section.addComponentAtIndex(1, new TermHelp(term));
        return section;
    }

    private static Section section(String id, String heading, Component... content) {
        Section section = new Section(new H2(heading));
        section.addClassName("gh-section");
        section.setId(id);
        section.add(content);
        return section;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
