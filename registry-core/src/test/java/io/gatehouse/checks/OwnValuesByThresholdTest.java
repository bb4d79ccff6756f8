package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.value.MeanValue;
import io.gatehouse.fairness.value.PairedValue;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.DuckDbEvidenceReducer;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.ReductionResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What 3,000 made-up customers are worth, each by a value of their own, held against numpy 2.4.6 over the single rows: {@code mean()} and
 * {@code std(ddof=1)} of each customer's worth, and {@code array_split} of the rows by falling score and rising id into ten. A saved
 * leaver's monthly value counts twelve times, an offer costs 10 and works for three in ten, a contact costs 1.
 */
class OwnValuesByThresholdTest {
    private static final Currency DOLLARS = Currency.getInstance("USD");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // percent, mean and deviation per customer, of the difference to the champion that acts at 20 %
        "5, 7.247136, 32.29599517517544, -0.3450813333333333, 4.748832444216785",
        "20, 8.397791999999999, 31.388343587173434, 0.8055746666666668, 6.203048814894028",
        "41, 8.006099999999998, 28.556604985013358, 0.41388266666666673, 14.296603333957654",
        "77, 4.159788000000001, 19.37701973843511, -3.4324293333333333, 26.06911816128249",
        "95, 1.1972786666666666, 9.930459832111028, -6.3949386666666665, 30.711659965592638"
    })
    void meansAndDeviationsAtOtherThresholdsAreThoseOfTheRows(
            int percent, double mean, double deviation, double difference, double ofDifference) throws IOException {
        Judged judged = judged();
        CampaignWorth worth = ownAt(judged, percent);
        PairedValue beside = worth.beside(pairs(judged));

        agrees(worth.perCustomer(), mean, deviation);
        agrees(beside.challenger(), mean, deviation);
        agrees(beside.difference(), difference, ofDifference);
        // The champion acts at its own threshold whatever the challenger's: 8.397792 less 0.805575.
        assertThat(beside.champion().mean()).isCloseTo(7.592217333333333, within(1e-12));
    }

    @Test
    void atTheActingThresholdAllFiguresAreThoseOfTheCheck() throws IOException {
        Judged judged = judged();
        CampaignWorth check = CampaignWorth.of(judged);
        CampaignWorth there = ownAt(judged, 20);

        assertThat(there.counts()).isEqualTo(check.counts());
        assertThat(there.perCustomer()).isEqualTo(check.perCustomer());
        assertThat(there.beside(pairs(judged))).isEqualTo(check.beside(pairs(judged)));
        assertThat(there.net()).isEqualTo(check.net());
    }

    @Test
    void aTenthIsWorthWhatItsOwnLeaversPay() throws IOException {
        List<ValueFigures.Decile> deciles = Objects.requireNonNull(
                        new ValueCheck().answer(judged()).value())
                .deciles();

        assertThat(deciles).extracting(ValueFigures.Decile::customers).containsOnly(300L);
        assertThat(deciles)
                .extracting(ValueFigures.Decile::leavers)
                .containsExactly(157L, 125L, 135L, 103L, 111L, 78L, 69L, 54L, 21L, 12L);
        assertThat(deciles)
                .extracting(decile -> decile.net().amount())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(amounts(
                        "6017.22",
                        "4649.18",
                        "4814.87",
                        "3724.67",
                        "3509.30",
                        "1539.47",
                        "765.68",
                        "161.98",
                        "-2272.19",
                        "-2659.22"));
        assertThat(deciles)
                .extracting(decile -> decile.cumulativeNet().amount())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(amounts(
                        "6017.22",
                        "10666.40",
                        "15481.27",
                        "19205.94",
                        "22715.25",
                        "24254.72",
                        "25020.40",
                        "25182.38",
                        "22910.19",
                        "20250.96"));
    }

    @Test
    void theMonthIsThatOfCustomersWhoHaveAValueAndNotDilutedByThoseWithout() throws IOException {
        ValueFigures figures = Objects.requireNonNull(
                new ValueCheck().answer(judged(customer -> customer % 300 == 7)).value());

        assertThat(figures.customers()).isEqualTo(2990);
        assertThat(figures.netPerCustomer().n()).isEqualTo(2990);
        assertThat(figures.netPerMonth().amount().doubleValue())
                .isCloseTo(Objects.requireNonNull(figures.netPerCustomer().estimate()) * 50_000, within(0.01));
        assertThat(figures.deciles())
                .extracting(ValueFigures.Decile::customers)
                .satisfies(tenths -> assertThat(
                                tenths.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(2990));
    }

    /** The usual assumptions, with customers who count with what the evidence says that they are worth a month. */
    static ValueAssumptions keptFor(int months) {
        return new ValueAssumptions(
                1,
                null,
                "Retention marketing",
                "",
                Money.of(200, DOLLARS),
                months,
                Money.of(10, DOLLARS),
                Money.of(1, DOLLARS),
                0.30,
                50_000,
                List.of());
    }

    private static CampaignWorth ownAt(Judged judged, int percent) {
        return Objects.requireNonNull(CampaignWorth.ownAt(judged, percent));
    }

    private static EvidenceStatistics.Pairs pairs(Judged judged) {
        return Objects.requireNonNull(judged.statistics().pairs());
    }

    private static void agrees(MeanValue value, double mean, double deviation) {
        assertThat(value.rows()).isEqualTo(3000);
        assertThat(value.mean()).isCloseTo(mean, within(1e-12));
        assertThat(value.standardDeviation()).isCloseTo(deviation, within(1e-11));
    }

    private static BigDecimal[] amounts(String... amounts) {
        return List.of(amounts).stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    private Judged judged() throws IOException {
        return judged(customer -> false);
    }

    private Judged judged(IntPredicate withoutValue) throws IOException {
        Path table = Files.writeString(
                folder.resolve("predictions.csv"),
                IntStream.range(0, 3000)
                        .mapToObj(customer -> withoutValue.test(customer) ? line(customer, "") : line(customer))
                        .collect(Collectors.joining("\n", "id,y,p,b,worth,plan\n", "\n")),
                StandardCharsets.UTF_8);
        EvidenceDescription description = ((EvidenceDescription.Parsed)
                        EvidenceDescription.parse("""
                {"id": "id", "label": "y", "score": "p", "segments": ["plan"], "value": "worth",
                 "baseline": {"model": "churn", "version": "1", "score": "b"}}""".getBytes(StandardCharsets.UTF_8)))
                .description();
        ReductionResult result = new DuckDbEvidenceReducer(ReductionLimits.DEFAULT).reduce(table, description, 0.20);
        if (!(result instanceof ReductionResult.Reduced(var statistics))) {
            throw new AssertionError(result);
        }
        return new Judged(
                ChecksTest.POLICY,
                keptFor(12),
                statistics,
                new Judged.Baseline.Champion(1, Objects.requireNonNull(statistics.pairs())),
                Map.of(),
                Judged.TrainingRecord.NONE,
                List.of(),
                null);
    }

    /** Scores in thousandths, the champion's 0.7 of it and 0.3 of chance, and monthly values in cents below 30.00. */
    private static String line(int i) {
        return line(i, String.format(Locale.ROOT, "%.2f", drawn(i, 4) % 3000 / 100.0));
    }

    private static String line(int i, String worth) {
        long score = drawn(i, 1) % 1001;
        boolean leaves = drawn(i, 2) % 1000 < score * 6 / 10;
        long champion = (score * 7 + drawn(i, 3) % 1001 * 3) / 10;
        return String.format(
                Locale.ROOT, "c%05d,%d,%.3f,%.3f,%s,all", i, leaves ? 1 : 0, score / 1000.0, champion / 1000.0, worth);
    }

    /** A number of 32 bits, the same in any language. */
    private static long drawn(long i, long column) {
        long mixed = i * 2654435761L + column * 2246822519L & 0xffffffffL;
        mixed ^= mixed >>> 15;
        mixed = mixed * 2246822519L & 0xffffffffL;
        return mixed ^ mixed >>> 13;
    }
}
