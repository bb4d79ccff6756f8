package io.gatehouse.portal.ui.comparison;

import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.tracking.RunComparison;
import io.gatehouse.tracking.RunComparison.Line;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures, value and parameters of versions as lines that can be drawn, as those of runs are. */
final class VersionLines {
    private VersionLines() {}

    static List<Line> of(Comparison comparison) {
        return comparison.groups().stream()
                .flatMap(group -> switch (group.kind()) {
                    case METRICS, VALUE -> group.rows().stream().map(row -> line(RunComparison.Kind.METRIC, row));
                    case PARAMETERS -> group.rows().stream().map(row -> line(RunComparison.Kind.PARAM, row));
                    case SEGMENTS, DATA, ENVIRONMENT -> Stream.<Line>empty();
                })
                .toList();
    }

    private static Line line(RunComparison.Kind kind, Row row) {
        return new Line(
                kind,
                row.name(),
                row.cells().stream()
                        .map(cell -> cell.text().isEmpty()
                                ? Optional.<RunComparison.Cell>empty()
                                : Optional.of(cell(cell.text(), cell.number())))
                        .toList());
    }

    private static RunComparison.Cell cell(String text, @Nullable Double number) {
        return number == null || !Double.isFinite(number)
                ? RunComparison.Cell.of(text)
                : new RunComparison.Cell(text, OptionalDouble.of(number));
    }
}
