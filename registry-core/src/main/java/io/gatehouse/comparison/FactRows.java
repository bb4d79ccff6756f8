package io.gatehouse.comparison;

import io.gatehouse.comparison.Comparison.Cell;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.sentences.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows that are facts without a better or worse: parameters, data and environment. */
final class FactRows {
    private static final Map<String, String> DATA = inOrder(
            "data_hash", "Data fingerprint",
            "data_version", "Data version",
            "feature_count", "Features",
            "train_rows", "Training rows",
            "val_rows", "Validation rows",
            "test_rows", "Test rows",
            "target_rate_train", "Share who left, training",
            "target_rate_val", "Share who left, validation",
            "target_rate_test", "Share who left, test",
            "split_random_state", "Seed of the split",
            "split_test_size", "Share held out for test",
            "split_val_size", "Share held out for validation");
    private static final Map<String, String> ENVIRONMENT = inOrder(
            "git_commit", "Code commit",
            "mlflow.source.git.commit", "Code commit, as the client saw it",
            "preprocessing_version", "Preprocessing version",
            "mlflow.source.name", "Script",
            "mlflow.source.type", "Kind of script",
            "mlflow.source.git.branch", "Branch",
            "mlflow.source.git.repoURL", "Repository");

    private final List<Compared> columns;

    FactRows(List<Compared> columns) {
        this.columns = columns;
    }

    List<Row> parameters() {
        TreeSet<String> names = new TreeSet<>();
        columns.forEach(column -> names.addAll(column.params().keySet()));
        return names.stream()
                .map(name -> row(name, words(name), each -> each.params().get(name)))
                .toList();
    }

    List<Row> data() {
        List<Row> rows = tags(DATA);
        Row population = row(
                "snapshot_at",
                "Day of the test customers",
                each -> each.judged()
                        .map(judged -> Written.told(judged.evidence().snapshotAt()))
                        .orElse(""));
        if (population.cells().stream().anyMatch(cell -> !cell.text().isEmpty())) {
            rows.add(population);
        }
        return rows;
    }

    List<Row> environment() {
        return tags(ENVIRONMENT);
    }

    private List<Row> tags(Map<String, String> labels) {
        List<Row> rows = new ArrayList<>();
        labels.forEach((tag, label) -> {
            if (columns.stream().anyMatch(column -> column.tags().containsKey(tag))) {
                rows.add(row(tag, label, each -> each.tags().get(tag)));
            }
        });
        return rows;
    }

    private Row row(String name, String label, Function<Compared, @Nullable String> value) {
        List<Cell> cells = columns.stream().map(each -> cell(value.apply(each))).toList();
        return new Row(
                name, label, cells, cells.stream().map(Cell::text).distinct().count() > 1);
    }

    private static Cell cell(@Nullable String value) {
        return Cell.plain(value == null ? "" : value, null);
    }

    /** {@code learning_rate} as “Learning rate”. */
    private static String words(String name) {
        String plain = name.replace('_', ' ');
        return plain.isEmpty() ? name : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private static Map<String, String> inOrder(String... namesAndLabels) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndLabels.length; i += 2) {
            ordered.put(namesAndLabels[i], namesAndLabels[i + 1]);
        }
        return ordered;
    }
}
