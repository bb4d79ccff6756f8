package io.gatehouse.comparison;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.evaluation.Evaluation;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether one version is better than another, said only when intervals tell. The difference on the same customers decides where one of
 * the two was judged beside the other; otherwise the two intervals must not overlap.
 */
final class Beside {
    private Beside() {}

    /** How well the two rank customers. */
    static Change ranking(Compared one, Compared baseline) {
        return difference(one, baseline, Beside::aucDifference)
                .orElseGet(() -> apart(auc(one).orElse(null), auc(baseline).orElse(null)));
    }

    /** What acting on the two is worth. */
    static Change value(Compared one, Compared baseline) {
        return difference(one, baseline, Beside::valueDifference)
                .orElseGet(() -> apart(net(one).orElse(null), net(baseline).orElse(null)));
    }

    /** What a customer is worth more with the one than with the other, on the same customers; empty if none were compared so. */
    static Optional<Figure> worthMore(Compared one, Compared baseline) {
        return against(one, baseline, Beside::valueDifference)
                .or(() -> against(baseline, one, Beside::valueDifference).map(Figure::reversed));
    }

    /** By intervals alone: of two figures of which more is better. */
    static Change apart(@Nullable Figure one, @Nullable Figure baseline) {
        if (one == null || baseline == null || one.low() == null || baseline.low() == null) {
            return Change.NONE;
        }
        if (one.clearlyAbove(baseline)) {
            return Change.BETTER;
        }
        return baseline.clearlyAbove(one) ? Change.WORSE : Change.TOO_CLOSE_TO_CALL;
    }

    /** Whether one of the two was judged on the same customers as the other. */
    static boolean sameCustomers(Compared one, Compared baseline) {
        return difference(one, baseline, Beside::aucDifference).isPresent();
    }

    static Optional<Figure> auc(Compared version) {
        return version.judged().flatMap(Evaluation::performance).map(PerformanceFigures::testAuc);
    }

    static Optional<Figure> net(Compared version) {
        return version.judged().flatMap(Evaluation::value).map(ValueFigures::netPerCustomer);
    }

    private static Optional<Change> difference(
            Compared one, Compared baseline, Function<Evaluation, Optional<Figure>> figure) {
        return against(one, baseline, figure)
                .map(found -> sign(found, 1))
                .or(() -> against(baseline, one, figure).map(found -> sign(found, -1)));
    }

    private static Optional<Figure> against(
            Compared judged, Compared other, Function<Evaluation, Optional<Figure>> figure) {
        return judged.judged()
                .filter(found -> judged.subject().model().equals(other.subject().model()))
                .filter(found ->
                        Objects.equals(found.comparedWith(), other.subject().version()))
                .flatMap(figure)
                .filter(found -> found.low() != null && found.high() != null);
    }

    private static Change sign(Figure difference, int direction) {
        double low = Objects.requireNonNull(difference.low());
        double high = Objects.requireNonNull(difference.high());
        if (low > 0) {
            return direction > 0 ? Change.BETTER : Change.WORSE;
        }
        if (high < 0) {
            return direction > 0 ? Change.WORSE : Change.BETTER;
        }
        return Change.TOO_CLOSE_TO_CALL;
    }

    private static Optional<Figure> aucDifference(Evaluation evaluation) {
        return evaluation.performance().flatMap(figures -> Optional.ofNullable(figures.againstChampion()));
    }

    private static Optional<Figure> valueDifference(Evaluation evaluation) {
        return evaluation
                .value()
                .flatMap(figures -> Optional.ofNullable(figures.againstChampion()))
                .map(ValueFigures.AgainstChampion::differencePerCustomer);
    }
}
