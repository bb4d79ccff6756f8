package io.gatehouse.reports;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.SegmentFigures.Unjudged;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fairness of one version as one evaluation judged it: every segment with its verdict and range, and what could not be judged. */
public final class FairnessReport implements EvaluationReport {
    private static final Currency WITHOUT_MONEY = Currency.getInstance("USD");

    @Override
    public void write(Evaluation evaluation, Provenance provenance, OutputStream out) throws IOException {
        try (ReportWorkbook report = new ReportWorkbook(OneCheck.FAIRNESS.title(evaluation), provenance)) {
            List<CheckResult> checks =
                    evaluation.check(CheckName.FAIRNESS).stream().toList();
            summary(report, evaluation);
            SegmentsSheet.write(report, checks);
            notTested(report, evaluation);
            ChecksSheet.write(report, checks, WITHOUT_MONEY);
            report.provenanceSheet(EvaluationFacts.of(evaluation));
            report.save(out);
        }
    }

    @Override
    public String fileName(Evaluation evaluation, Provenance provenance) {
        return OneCheck.FAIRNESS.fileName(evaluation, provenance);
    }

    private static void summary(ReportWorkbook report, Evaluation evaluation) {
        List<SegmentFigures> segments = segments(evaluation);
        OneCheck.FAIRNESS
                .summary(report, evaluation)
                .sentences(worst(segments))
                .keyFigures(keyFigures(segments))
                .picture(SegmentBars.of(segments), SegmentBars.NOTHING)
                .caveats(List.of(
                        "Rates are those at the acting threshold, where the list begins: of 100 who leave, how many it"
                                + " finds. Other rates stand on the sheet Segment rates; they are shown, not judged.",
                        CheckFigures.NEITHER,
                        "Nothing here tells why groups differ, nor whether acting on the list treats people fairly.",
                        "Ranges are 95 % intervals for shares, 90 % intervals for ratios and differences."));
    }

    /** Those that did not pass, worst first, each in its sentence. */
    private static List<String> worst(List<SegmentFigures> segments) {
        return segments.stream()
                .filter(segment -> segment.verdict() == Verdict.FAIL || segment.verdict() == Verdict.INCONCLUSIVE)
                .filter(segment -> !segment.tooFew())
                .sorted(SegmentFigures.WORST_FIRST)
                .limit(5)
                .map(segment -> segment.sentence().english())
                .toList();
    }

    private static List<KeyFigure> keyFigures(List<SegmentFigures> segments) {
        List<KeyFigure> figures = new ArrayList<>();
        List<SegmentFigures> compared =
                segments.stream().filter(segment -> !segment.reference()).toList();
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS)) {
            long count = compared.stream()
                    .filter(segment -> segment.verdict() == verdict && !segment.tooFew())
                    .count();
            KeyFigure figure = KeyFigure.plain(Words.of(verdict), CellContent.whole(count), of(compared.size()));
            figures.add(count == 0 ? figure : figure.judged(Statuses.of(verdict)));
        }
        long few = compared.stream().filter(SegmentFigures::tooFew).count();
        figures.add(KeyFigure.plain(Words.of(Unjudged.TOO_FEW), CellContent.whole(few), of(compared.size())));
        threshold(segments, SegmentFigures::ratio)
                .ifPresent(least -> figures.add(KeyFigure.plain(
                        "Ratio at least",
                        CellContent.number(least, CellContent.RATIO),
                        "By the policy: the share found in a group over that of its reference group.")));
        threshold(segments, SegmentFigures::difference)
                .ifPresent(most -> figures.add(KeyFigure.plain(
                        "Difference at most",
                        CellContent.share(Math.abs(most)),
                        "By the policy: how far the share found may lie from that of the reference group.")));
        return figures;
    }

    private static String of(long compared) {
        return "Of " + InWords.whole(compared) + " groups that were compared with their reference.";
    }

    private static Optional<Double> threshold(
            List<SegmentFigures> segments, Function<SegmentFigures, @Nullable Figure> figure) {
        return segments.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .map(Figure::threshold)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static void notTested(ReportWorkbook report, Evaluation evaluation) {
        SheetWriter writer = report.sheet(
                "Not tested",
                "What could not be tested",
                "Groups and pairs with too few customers for any verdict. Too little data is never a pass.");
        List<SegmentFigures> few = Stream.concat(
                        segments(evaluation).stream(),
                        evaluation.check(CheckName.FAIRNESS).stream().flatMap(check -> check.crossings().stream()))
                .filter(SegmentFigures::tooFew)
                .toList();
        writer.mainTable(
                "not_tested",
                List.of(
                        Column.text("Attribute", 26, group -> CellContent.text(Words.sentenceCase(group.attribute()))),
                        Column.text("Group", 26, group -> CellContent.text(group.group())),
                        Column.number(
                                "Customers",
                                11,
                                group -> CellContent.whole(group.counts().total())),
                        Column.number(
                                "Leavers",
                                11,
                                group -> CellContent.whole(group.counts().positives())),
                        Column.number(
                                "Customers needed for a verdict",
                                13,
                                group -> group.neededCustomers() == null
                                        ? CellContent.NONE
                                        : CellContent.whole(group.neededCustomers())),
                        Column.text(
                                "In words",
                                70,
                                group -> CellContent.text(group.sentence().english()))),
                few.iterator(),
                1,
                "Every group had enough customers for a verdict.");
    }

    private static List<SegmentFigures> segments(Evaluation evaluation) {
        return evaluation.check(CheckName.FAIRNESS).map(CheckResult::segments).orElse(List.of());
    }
}
