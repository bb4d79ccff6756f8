package io.gatehouse.portal.ui.components;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.Figure;
import io.gatehouse.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234567   | $1.2M
            12345678  | $12M
            999600    | $1.0M
            46200     | $46K
            9949      | $9,949
            5576.3    | $5,576
            6.16      | $6.16
            0         | $0.00
            -46200    | −$46K
            """)
    void moneyInHeadlinesHasTwoFiguresThatMatter(double amount, String written) {
        assertThat(Figures.moneyShort(Money.of(amount, USD))).isEqualTo(written);
    }

    @Test
    void moneyInTablesIsExactToTheUnitAndToTheCentBelowAHundred() {
        assertThat(Figures.money(Money.of(12345.67, USD))).isEqualTo("$12,346");
        assertThat(Figures.money(Money.of(-1.31, USD))).isEqualTo("−$1.31");
    }

    @Test
    void aDifferenceOfSharesIsInPointsAndNeverInPercent() {
        assertThat(Figures.points(0.03)).isEqualTo("+3 points");
        assertThat(Figures.points(-0.015)).isEqualTo("−1.5 points");
    }

    @ParameterizedTest
    @CsvSource({
        "0.8862, 0.8862",
        "0.00021, 0.00021",
        "3000, '3,000'",
        "48.2, 48.2",
        "0, 0",
        "1e-7, 1E−7",
        "NaN, not known"
    })
    void loggedNumbersAreWrittenOutUnlessTheyAreTiny(double value, String written) {
        assertThat(Figures.logged(value)).isEqualTo(written);
    }

    @Test
    void whatWasLoggedAsInfiniteIsNoNumber() {
        assertThat(Figures.logged(Double.MAX_VALUE)).isEqualTo("∞");
        assertThat(Figures.loggedBeside(-Double.MAX_VALUE)).isEqualTo("-∞");
    }

    @Test
    void whatWasNotComputedIsNotKnownAndNeverZero() {
        Figure none = new Figure("auc", null, null, null, null, null, Figure.Unit.INDEX);
        assertThat(Figures.estimate(none, null)).isEqualTo("not known");
        assertThat(Figures.interval(none, null)).isEmpty();
        assertThat(Figures.percent(Double.NaN)).isEqualTo("not known");
    }

    @Test
    void moneyIsWrittenInTheCurrencyItWasCountedInAndNeverGuessedToBeDollars() {
        Figure net = new Figure("net_per_customer", -1.31, -1.52, 120.0, 100L, 0.0, Figure.Unit.MONEY);
        Currency euro = Currency.getInstance("EUR");
        Currency francs = Currency.getInstance("CHF");

        assertThat(Figures.estimate(net, euro)).isEqualTo("−€1.31");
        assertThat(Figures.interval(net, francs)).isEqualTo("−CHF 1.52 to CHF 120");
        assertThat(Figures.threshold(net, null)).isEqualTo("0.00");
        assertThat(Figures.money(Money.of(12345.67, francs))).isEqualTo("CHF 12,346");
        assertThat(Figures.moneyShort(Money.of(46_200, euro))).isEqualTo("€46K");
    }

    @Test
    void anIntervalIsWrittenInTheUnitOfItsFigure() {
        Figure share = new Figure("recall", 0.911, 0.899, 0.922, 100L, 0.8, Figure.Unit.SHARE);
        assertThat(Figures.interval(share, null)).isEqualTo("89.9 % to 92.2 %");
        assertThat(Figures.threshold(share, null)).isEqualTo("80.0 %");
    }

    @Test
    void aDateMeansTheEndOfThatDayInTheZoneOfTheInstallation() {
        LocalDate day = LocalDate.of(2026, 3, 14);
        assertThat(Figures.day(Figures.endOf(day))).isEqualTo(day);
        assertThat(Figures.day(Figures.endOf(day).plusMillis(1))).isEqualTo(day.plusDays(1));
        assertThat(Figures.date(day)).isEqualTo("14 Mar 2026");
    }

    @Test
    void aDateThatEvidenceTellsIsWrittenAsOthersAreAndWordsStayAsTheyAre() {
        assertThat(Figures.told("2026-10-01")).isEqualTo("1 Oct 2026");
        assertThat(Figures.told("2026-10-01T12:00:00Z")).isEqualTo("1 Oct 2026");
        assertThat(Figures.told("autumn snapshot")).isEqualTo("autumn snapshot");
    }

    @Test
    void howLongAgoIsInWords() {
        Instant now = Figures.endOf(LocalDate.of(2026, 3, 14));
        assertThat(Figures.ago(now, now)).isEqualTo("today");
        assertThat(Figures.ago(now.minus(Duration.ofDays(1)), now)).isEqualTo("yesterday");
        assertThat(Figures.ago(now.minus(Duration.ofDays(95)), now)).isEqualTo("3 months ago");
        assertThat(Figures.duration(Duration.ofSeconds(190))).isEqualTo("3 min 10 s");
    }
}
