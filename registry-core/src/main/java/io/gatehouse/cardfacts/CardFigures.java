package io.gatehouse.cardfacts;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.evaluation.Evaluation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The figures of an evaluation that a model card shows: over all customers, by group, and by pairs of groups. */
final class CardFigures {
    private CardFigures() {}

    static List<Figure> of(Evaluation evaluation) {
        PerformanceFigures performance = evaluation.performance().orElse(null);
        Stream<Figure> discrimination = performance == null
                ? Stream.empty()
                : Stream.of(
                                performance.testAuc(),
                                performance.validationAuc(),
                                performance.found(),
                                performance.right(),
                                new Figure("brier", performance.brier(), null, null, null, null, Figure.Unit.INDEX))
                        .filter(Objects::nonNull);
        Stream<Figure> value = evaluation.value().stream().map(figures -> figures.netPerCustomer());
        return Stream.concat(discrimination, value).toList();
    }

    static List<SegmentFigures> groups(Evaluation evaluation) {
        return evaluation
                .check(CheckName.FAIRNESS)
                .map(check -> Stream.concat(check.segments().stream(), check.crossings().stream())
                        .toList())
                .orElse(List.of());
    }
}
