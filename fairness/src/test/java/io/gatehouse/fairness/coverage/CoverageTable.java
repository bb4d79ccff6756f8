package io.gatehouse.fairness.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.coverage.Coverage.OfCounts;
import io.gatehouse.fairness.coverage.Coverage.Ranked;
import io.gatehouse.fairness.coverage.Coverage.TwoGroups;
import io.gatehouse.fairness.intervals.ClopperPearsonInterval;
import io.gatehouse.fairness.intervals.KatzRatio;
import io.gatehouse.fairness.intervals.KoopmanRatio;
import io.gatehouse.fairness.intervals.NewcombeDifference;
import io.gatehouse.fairness.intervals.WilsonInterval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The whole grid, for scripts/coverage.sh; the suite itself takes a sample of it, {@link CoverageTest}. */
class CoverageTable {

    static final OfCounts WILSON = (x1, n1, x2, n2, confidence) -> WilsonInterval.of(x1, n1, confidence);
    static final OfCounts CLOPPER_PEARSON =
            (x1, n1, x2, n2, confidence) -> ClopperPearsonInterval.of(x1, n1, confidence);
    static final OfCounts NEWCOMBE = NewcombeDifference::of;
    static final OfCounts KATZ = KatzRatio::of;
    static final OfCounts KOOPMAN = KoopmanRatio::of;

    private static final int DRAWS = 20_000;
    private static final int RANKINGS = 4_000;
    private static final long SEED = 1934;

    private final List<String> lines = new ArrayList<>();

    @Test
    void simulatesTheGridAndWritesTheTable() throws IOException {
        rates();
        gaps();
        rankings();
        weightedRates();
        weightedRankings();
        Path table = Path.of("target", "coverage.md");
        Files.write(table, lines);
        assertThat(table).isNotEmptyFile();
    }

    private void rates() {
        head("One rate, confidence 0.95", "rate | n", "Wilson", "Clopper–Pearson");
        for (double rate : new double[] {.02, .1, .3, .5, .9}) {
            for (long n : new long[] {20, 50, 200, 1000}) {
                TwoGroups groups = new TwoGroups(rate, n, .5, 1);
                row(
                        String.format(Locale.ROOT, "%.2f | %d", rate, n),
                        groups.of(WILSON, rate, .95, DRAWS, SEED),
                        groups.of(CLOPPER_PEARSON, rate, .95, DRAWS, SEED));
            }
        }
    }

    private void gaps() {
        head("Two rates, confidence 0.90", "rates | sizes", "Newcombe (difference)", "Katz (ratio)", "Koopman (ratio)");
        for (double[] p : new double[][] {{.05, .05}, {.3, .3}, {.24, .3}, {.9, .9}, {.72, .9}}) {
            for (long[] n : new long[][] {{30, 30}, {30, 300}, {100, 1000}, {500, 2000}}) {
                TwoGroups groups = new TwoGroups(p[0], n[0], p[1], n[1]);
                row(
                        String.format(Locale.ROOT, "%.2f, %.2f | %d, %d", p[0], p[1], n[0], n[1]),
                        groups.of(NEWCOMBE, p[0] - p[1], .9, DRAWS, SEED),
                        groups.of(KATZ, p[0] / p[1], .9, DRAWS, SEED),
                        groups.of(KOOPMAN, p[0] / p[1], .9, DRAWS, SEED));
            }
        }
    }

    private void rankings() {
        head("AUC, confidence 0.95", "AUC | leavers, stayers", "DeLong", "DeLong on the log-odds scale");
        for (double auc : new double[] {.5, .8, .95}) {
            for (int[] size : new int[][] {{30, 30}, {30, 300}, {300, 700}}) {
                Ranked ranked = new Ranked(size[0], size[1], auc);
                row(
                        String.format(Locale.ROOT, "%.2f | %d, %d", auc, size[0], size[1]),
                        ranked.ofDeLong(.95, RANKINGS, SEED),
                        ranked.ofLogit(.95, RANKINGS, SEED));
            }
        }
    }

    private void weightedRates() {
        head("One weighted rate, confidence 0.95", "rate | n", "weights tell nothing", "heavy rows differ by 0.2");
        for (int heavy : new int[] {3, 20}) {
            for (double rate : new double[] {.1, .3, .7}) {
                for (int n : new int[] {60, 400}) {
                    row(
                            String.format(Locale.ROOT, "%.2f, 1 to %d | %d", rate, heavy, n),
                            new WeightedCoverage(heavy, 0).ofRate(rate, n, .95, DRAWS, SEED),
                            new WeightedCoverage(heavy, .2).ofRate(rate, n, .95, DRAWS, SEED));
                }
            }
        }
    }

    private void weightedRankings() {
        head(
                "Weighted AUC, confidence 0.95",
                "AUC | leavers, stayers",
                "weights tell nothing",
                "heavy leavers score higher");
        for (int heavy : new int[] {3, 20}) {
            for (double auc : new double[] {.6, .8}) {
                for (int[] size : new int[][] {{60, 60}, {60, 300}, {200, 400}}) {
                    row(
                            String.format(Locale.ROOT, "%.2f, 1 to %d | %d, %d", auc, heavy, size[0], size[1]),
                            new WeightedCoverage(heavy, 0).ofAuc(auc, size[0], size[1], .95, RANKINGS, SEED),
                            new WeightedCoverage(heavy, .5).ofAuc(auc, size[0], size[1], .95, RANKINGS, SEED));
                }
            }
        }
    }

    private void head(String title, String keys, String... methods) {
        lines.add("");
        lines.add("### " + title);
        lines.add("");
        lines.add("| " + keys + " | " + String.join(" | ", methods) + " |");
        lines.add("| --- | --- |" + " --- |".repeat(methods.length));
    }

    private void row(String keys, Coverage... found) {
        StringBuilder line = new StringBuilder("| " + keys + " |");
        for (Coverage each : found) {
            line.append(String.format(Locale.ROOT, " %.3f (%.3f, %.3f) |", each.covered(), each.below(), each.above()));
        }
        lines.add(line.toString());
    }
}
