package io.gatehouse.tracking;

import io.gatehouse.tracking.RunComparison.Cell;
import io.gatehouse.tracking.RunComparison.Kind;
import io.gatehouse.tracking.RunComparison.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what runs logged into lines. Runs log much the same, so a text that many of them logged is read as a number once. */
final class ComparedCells {
    private final int runs;
    private final Map<Kind, Map<String, @Nullable Cell[]>> found = new EnumMap<>(Kind.class);
    private final Map<String, Cell> texts = new HashMap<>();

    /** @param runs how many there are side by side */
    ComparedCells(int runs) {
        this.runs = runs;
    }

    /** @param run its place among the runs */
    void number(Kind kind, String key, int run, double value) {
        cells(kind, key)[run] = Cell.of(value);
    }

    /** @param run its place among the runs */
    void text(Kind kind, String key, int run, String text) {
        cells(kind, key)[run] = texts.computeIfAbsent(text, Cell::of);
    }

    private @Nullable Cell[] cells(Kind kind, String key) {
        return found.computeIfAbsent(kind, any -> new HashMap<>()).computeIfAbsent(key, any -> new Cell[runs]);
    }

    /** By kind and name. */
    List<Line> lines() {
        return Stream.of(Kind.values())
                .flatMap(kind -> found.getOrDefault(kind, Map.of()).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(line -> new Line(kind, line.getKey(), cells(line.getValue()))))
                .toList();
    }

    private static List<Optional<Cell>> cells(@Nullable Cell[] cells) {
        List<Optional<Cell>> inOrder = new ArrayList<>(cells.length);
        for (Cell cell : cells) {
            inOrder.add(Optional.ofNullable(cell));
        }
        return inOrder;
    }
}
