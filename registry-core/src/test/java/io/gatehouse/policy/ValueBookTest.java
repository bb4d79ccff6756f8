package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.money.Money;
import io.gatehouse.people.NotPermittedException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@DatabaseTest
class ValueBookTest {
    private final ValueBook book;
    private final TestPeople people;

    ValueBookTest(ValueBook book, TestPeople people) {
        this.book = book;
        this.people = people;
    }

    @Test
    void aModelWithoutItsOwnIsCountedWithThoseOfTheInstallation() {
        ValueAssumptions found = book.of(UUID.randomUUID()).orElseThrow();

        assertThat(found.model()).isNull();
        assertThat(found.runningCostLow()).isEqualTo(dollars("250"));
        assertThat(found.oneTimeCostHigh()).isEqualTo(dollars("90000"));
        assertThat(found.costs()).extracting(CostLine::name).contains("Serving", "Training pipeline");
    }

    @Test
    void aModelHasItsOwnAndLeavesThoseOfTheOthersAlone() {
        UUID model = UUID.randomUUID();
        ValueAssumptions installation = book.ofInstallation().orElseThrow();

        ValueAssumptions first = book.put(people.ritaOnRecord(), wanted(model, "0.25", null));
        ValueAssumptions second = book.put(people.ritaOnRecord(), wanted(model, "0.35", 12));

        assertThat(book.of(model)).contains(second);
        assertThat(second.monthsKept()).isEqualTo(12);
        assertThat(book.version(first.version())).contains(first);
        assertThat(book.ofInstallation()).contains(installation);
        assertThat(book.history(model)).startsWith(second, first).contains(installation);
    }

    @Test
    void whatCannotBeMeantIsRefusedByTheNameOfItsField() {
        UUID model = UUID.randomUUID();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.put(people.ritaOnRecord(), wanted(model, "1.2", null)))
                .withMessageContaining("save_rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.put(people.ritaOnRecord(), wanted(model, "0.2", 0)))
                .withMessageContaining("months_kept");
        assertThat(book.of(model).orElseThrow().model()).isNull();
    }

    @Test
    void everyFaultIsToldByItsFieldAndALineByItsNumber() {
        ValueAssumptions fair = wanted(UUID.randomUUID(), "0.25", null);
        CostLine good = new CostLine("Serving", dollars("1"), dollars("2"), dollars("0"), dollars("0"));
        CostLine bad = new CostLine(" ", dollars("5"), dollars("2"), dollars("-1"), dollars("0"));
        ValueAssumptions wanted = new ValueAssumptions(
                0,
                fair.model(),
                "",
                "",
                dollars("5"),
                null,
                dollars("10"),
                dollars("1"),
                Double.NaN,
                -1,
                List.of(good, bad));

        assertThat(ValueBook.faults(fair)).isEmpty();
        assertThat(ValueBook.faults(wanted))
                .extracting(ValueFault::field)
                .containsExactly(
                        "owner",
                        "customer_value",
                        "save_rate",
                        "customers_per_month",
                        "costs[2].name",
                        "costs[2].once_low",
                        "costs[2].monthly_high");
    }

    @Test
    void versionsTellWhoPutThemAndAreThoseOfOneModelAlone() {
        UUID model = UUID.randomUUID();
        ValueAssumptions first = book.put(people.ritaOnRecord(), wanted(model, "0.25", null));
        ValueAssumptions second = book.put(people.ritaOnRecord(), wanted(model, "0.35", 12));

        assertThat(book.versions(people.vera(), model))
                .extracting(ValueVersion::assumptions)
                .containsExactly(second, first);
        assertThat(book.versions(people.vera(), model))
                .extracting(ValueVersion::by)
                .containsOnly("Rita Gomez");
        assertThat(book.versions(people.vera(), null))
                .isNotEmpty()
                .allMatch(version -> version.assumptions().model() == null);
        assertThat(book.version(people.vera(), first.version()))
                .hasValueSatisfying(found -> assertThat(found.assumptions()).isEqualTo(first));
        assertThatThrownBy(() -> book.versions(people.carl(), model)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void sayingTheSameAgainAddsNoVersion() {
        UUID model = UUID.randomUUID();
        ValueAssumptions first = book.put(people.ritaOnRecord(), wanted(model, "0.25", null));

        assertThat(book.put(people.ritaOnRecord(), wanted(model, "0.25", null))).isEqualTo(first);
        assertThat(book.versions(people.rita(), model)).hasSize(1);
    }

    @Test
    void numbersThatAreNoAmountsAreFoundBeforeTheyAreRounded() {
        assertThat(ValueBook.unfitAmount("offer_cost", new BigDecimal("10.50"))).isEmpty();
        assertThat(ValueBook.unfitAmount("offer_cost", new BigDecimal("10.000")))
                .isEmpty();
        assertThat(ValueBook.unfitAmount("offer_cost", new BigDecimal("10.005")))
                .isPresent();
        assertThat(ValueBook.unfitAmount("offer_cost", new BigDecimal("1e999999999")))
                .isPresent();
        assertThat(ValueBook.unfitAmount("offer_cost", new BigDecimal("1e-999999999")))
                .isPresent();
    }

    @Test
    void contactingPaysFromTheBreakEvenScoreOn() {
        assertThat(ShippedPolicies.assumptions().breakEvenScore()).isEqualTo(11 / 67.0);
    }

    @Test
    void whoDoesNotWritePoliciesDoesNotSetWhatACustomerIsWorth() {
        assertThatThrownBy(() -> book.put(people.dana(), wanted(UUID.randomUUID(), "0.2", null)))
                .isInstanceOf(NotPermittedException.class);
    }

    private static ValueAssumptions wanted(UUID model, String saveRate, @Nullable Integer monthsKept) {
        return new ValueAssumptions(
                0,
                model,
                "Carla Costa",
                "Measured in the spring campaign.",
                dollars("240"),
                monthsKept,
                dollars("10"),
                dollars("1"),
                Double.parseDouble(saveRate),
                20_000,
                List.of(new CostLine("Serving", dollars("100"), dollars("500"), dollars("0"), dollars("0"))));
    }

    private static Money dollars(String amount) {
        return new Money(new java.math.BigDecimal(amount), Currency.getInstance("USD"));
    }
}
