package io.gatehouse.reports;

import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Sentence;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes a risk list of many rows and says how long it took. {@code benchmarks/workbooks/xlsxwriter_list.py} makes the same values in
 * Python.
 *
 * <p>Usage: {@code WorkbookBenchmark FILE ROWS ROUNDS}; prints a line of JSON for each round.
 */
final class WorkbookBenchmark {
    private static final List<String> PLANS = List.of("basic", "standard", "premium", "family");
    private static final List<Double> PRICES = List.of(9.99, 14.99, 24.99, 29.99);
    private static final List<String> AGES = List.of("18-24", "25-34", "35-49", "50-64", "65+");
    private static final List<String> REGIONS = List.of("north", "south", "east", "west");
    private static final List<String> TENURES = List.of("up to a year", "1 to 3 years", "over 3 years");

    private WorkbookBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            System.out.println(timed(file, rows));
        }
    }

    private static String timed(Path file, int rows) throws IOException {
        long start = System.nanoTime();
        long first;
        try (FirstByte out = new FirstByte(Files.newOutputStream(file))) {
            new RiskListReport()
                    .write(
                            header(rows),
                            Filter.ALL,
                            rows(rows),
                            RiskListRows::left,
                            ReadModels.provenance(ReadModels.origin(3)),
                            out);
            first = out.at - start;
        }
        return String.format(
                Locale.ROOT,
                "{\"seconds\": %.2f, \"first_byte_ms\": %.0f, \"mb\": %.1f, \"peak_heap_mb\": %d}",
                (System.nanoTime() - start) / 1e9,
                first / 1e6,
                Files.size(file) / 1e6,
                peak());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static RiskListPage.Header header(int rows) {
        RiskListPage.Header header = RiskListRows.riskList(rows);
        return new RiskListPage.Header(
                header.id(),
                header.number(),
                header.model(),
                header.version(),
                true,
                header.asOf(),
                header.population(),
                header.threshold(),
                rows,
                rows,
                header.valueAtRisk(),
                header.previous(),
                header.summary(),
                header.postedBy(),
                header.postedAt(),
                header.fileSha256(),
                List.of("plan_type", "age_band", "region", "tenure_band"));
    }

    private static Iterator<RiskListPage.Row> rows(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(rank -> row(rank, rows)).iterator();
    }

    private static RiskListPage.Row row(int rank, int rows) {
        long millionths = 950_000 - 700_000L * rank / rows + rank * 37L % 1000;
        return new RiskListPage.Row(
                rank,
                "S-" + (1_000_000 + rank * 7L),
                millionths / 1e6,
                millionths >= 600_000 ? "very high" : millionths >= 400_000 ? "high" : "raised",
                Movement.values()[rank % 4],
                rank % 4 == 0 ? null : (millionths - 4_000) / 1e6,
                Map.of(
                        "plan_type", PLANS.get(rank % 4),
                        "age_band", AGES.get(rank % 5),
                        "region", REGIONS.get(rank / 4 % 4),
                        "tenure_band", TENURES.get(rank % 3)),
                ReadModels.dollars(PRICES.get(rank % 4)),
                List.of(
                        reason("Sessions down to " + rank % 9 + " in 30 days"),
                        reason(rank % 7 + " support tickets in 90 days"),
                        reason(rank % 5 + " payments failed in 6 months")));
    }

    private static Sentence reason(String english) {
        return new Sentence("reason", Map.of(), english);
    }

    /** Remembers when the first byte came through. */
    private static final class FirstByte extends FilterOutputStream {
        private long at;

        FirstByte(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            at = at == 0 ? System.nanoTime() : at;
            out.write(bytes, from, length);
        }
    }
}
