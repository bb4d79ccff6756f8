package io.gatehouse.reports;

import static io.gatehouse.reports.ReadModels.EVIL;
import static io.gatehouse.reports.ReadModels.LONG_NAME;
import static io.gatehouse.reports.ReadModels.MODEL;
import static io.gatehouse.reports.ReadModels.NOW;
import static io.gatehouse.reports.ReadModels.said;

import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparison.Cell;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.comparison.Comparison.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison as the demo would show it. */
final class Comparisons {
    private Comparisons() {}

    static Comparison comparison() {
        return new Comparison(
                List.of(
                        new Comparison.Subject(MODEL, 3, "champion", NOW, "0a".repeat(16), null),
                        new Comparison.Subject(MODEL, 4, "candidate", NOW, "ef".repeat(16), null),
                        new Comparison.Subject(MODEL, 1, "champion of 14 Aug 2026", NOW, null, null)),
                List.of(
                        said("Version 4 finds as many leavers as version 3 and is worth $0.31 less per customer."),
                        said("Their parameters differ in 2 places.")),
                List.of(said("Version 1 was trained on different data, so part of the difference may be the data.")),
                List.of(
                        new Comparison.Group(
                                Kind.METRICS,
                                List.of(
                                        row(
                                                "test_auc",
                                                "AUC on test data",
                                                true,
                                                cell("0.8848", 0.8848, 0.8769, 0.8927, Change.NONE),
                                                cell("0.8831", 0.8831, 0.8751, 0.8911, Change.TOO_CLOSE_TO_CALL),
                                                cell("0.8421", 0.8421, 0.8322, 0.8520, Change.WORSE)),
                                        row(
                                                "tpr",
                                                "Leavers found",
                                                true,
                                                cell("83.1 %", 0.831, 0.815, 0.846, Change.NONE),
                                                cell("82.7 %", 0.827, 0.811, 0.842, Change.TOO_CLOSE_TO_CALL),
                                                cell("", null, null, null, Change.NONE)))),
                        new Comparison.Group(
                                Kind.VALUE,
                                List.of(row(
                                        "net_per_customer",
                                        "Net per customer",
                                        true,
                                        cell("$1.25", 1.2482, 1.02, 1.47, Change.NONE),
                                        cell("$0.94", 0.9371, 0.71, 1.16, Change.WORSE),
                                        cell("$0.84", 0.8355, 0.62, 1.05, Change.WORSE)))),
                        new Comparison.Group(
                                Kind.SEGMENTS,
                                List.of(row(
                                        "age_band=18-24",
                                        "Leavers found, age band 18-24",
                                        true,
                                        cell("80.2 %", 0.802, 0.761, 0.838, Change.NONE),
                                        cell("61.5 %", 0.615, 0.566, 0.662, Change.WORSE),
                                        cell("not known", Double.NaN, null, null, Change.NONE)))),
                        new Comparison.Group(
                                Kind.PARAMETERS,
                                List.of(
                                        row("seed", "Seed", false, text("42"), text("42"), text("42")),
                                        row(
                                                "learning_rate",
                                                "Learning rate",
                                                true,
                                                text("0.03"),
                                                text("0.05"),
                                                text("0.05")),
                                        row("note", EVIL, true, text(EVIL), text("+1"), text(LONG_NAME)))),
                        new Comparison.Group(
                                Kind.DATA,
                                List.of(row(
                                        "data_hash",
                                        "Data fingerprint",
                                        true,
                                        text("1234567890123456"),
                                        text("1234567890123456"),
                                        text("99aa88bb77cc66dd"))))));
    }

    private static Comparison.Row row(String name, String label, boolean differs, Cell... cells) {
        return new Comparison.Row(name, label, List.of(cells), differs);
    }

    private static Cell text(String text) {
        return Cell.plain(text, null);
    }

    private static Cell cell(
            String text, @Nullable Double number, @Nullable Double low, @Nullable Double high, Change change) {
        return new Cell(text, number, low, high, low == null ? "" : low + " to " + high, change);
    }
}
