package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.NotPermittedException;
import org.junit.jupiter.api.Test;

@DatabaseTest
class PoliciesTest {
    private final Policies policies;
    private final ValueBook book;
    private final TestPeople people;

    PoliciesTest(Policies policies, ValueBook book, TestPeople people) {
        this.policies = policies;
        this.book = book;
        this.people = people;
    }

    @Test
    void aNewInstallationHasAPolicyForEveryUse() {
        assertThat(policies.all(people.rita()))
                .extracting(found -> found.ref().use())
                .containsExactly(Use.HUMAN_REVIEWED, Use.ASSISTED, Use.AUTOMATED);
        assertThat(policies.version(people.rita(), "human-reviewed", 1))
                .hasValueSatisfying(
                        first -> assertThat(first.document()).isEqualTo(ShippedPolicies.read("human-reviewed")));
    }

    @Test
    void theShippedAssumptionsAreTheFirstVersion() {
        assertThat(book.version(1)).hasValueSatisfying(first -> {
            assertThat(first.customersPerMonth()).isEqualTo(50_000);
            assertThat(first.saveRate()).isEqualTo(0.30);
            assertThat(first.oneTimeCostHigh().amount()).isEqualByComparingTo("90000");
        });
    }

    @Test
    void puttingTheSameAgainChangesNothing() {
        PolicyVersion newest = policies.newest(people.rita(), "assisted").orElseThrow();

        assertThat(policies.put(people.ritaOnRecord(), newest.document()))
                .isEqualTo(new Policies.Put.Unchanged(newest.ref()));
    }

    @Test
    void aSecondPolicyForAUseIsRejected() {
        PolicyDocument shipped = ShippedPolicies.read("assisted");
        PolicyDocument other = new PolicyDocument(
                "another",
                shipped.use(),
                shipped.summary(),
                null,
                1,
                0.2,
                shipped.performance(),
                shipped.fairness(),
                shipped.value(),
                shipped.reproducibility());

        assertThat(policies.put(people.ritaOnRecord(), other)).isInstanceOf(Policies.Put.Rejected.class);
    }

    @Test
    void nobodySetsAPolicyOrValueAssumptionsAlone() {
        assertThatThrownBy(() -> policies.put(people.rita(), ShippedPolicies.read("assisted")))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("second person");
        assertThatThrownBy(() -> book.put(people.rita(), ShippedPolicies.assumptions()))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("second person");
    }

    @Test
    void onlyRiskMayPut() {
        assertThatThrownBy(() -> policies.put(people.dana(), ShippedPolicies.read("assisted")))
                .isInstanceOf(NotPermittedException.class);
    }
}
