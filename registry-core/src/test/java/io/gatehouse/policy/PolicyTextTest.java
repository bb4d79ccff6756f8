package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
    private static final PolicyDocument SHIPPED = ShippedPolicies.read("human-reviewed");

    @ParameterizedTest
    @ValueSource(strings = {"human-reviewed", "assisted", "automated"})
    void aShippedPolicyReadsBackFromItsCanonicalForm(String name) {
        PolicyDocument policy = ShippedPolicies.read(name);

        assertThat(PolicyText.parse(PolicyText.canonical(policy))).isEqualTo(new PolicyText.Reading.Understood(policy));
    }

    @Test
    void fractionsAreStoredAsText() {
        assertThat(PolicyText.canonical(SHIPPED))
                .contains("\"acting_threshold\":\"0.2\"")
                .contains("\"auc_floor\":\"0.78\"")
                .contains("\"approvals\":1");
    }

    @Test
    void stricterUsesHaveStricterThresholds() {
        PolicyDocument assisted = ShippedPolicies.read("assisted");

        assertThat(assisted.fairness().tolerance()).isEqualTo(0.85);
        assertThat(assisted.fairness().differenceCap()).isEqualTo(0.08);
        assertThat(assisted.fairness().metrics())
                .containsExactly(PolicyDocument.Metric.TRUE_POSITIVE_RATE, PolicyDocument.Metric.FALSE_POSITIVE_RATE);
        assertThat(ShippedPolicies.read("automated").unavailable()).contains("trial");
        assertThat(SHIPPED.unavailable()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"auc_floor\":\"0.78\" | \"auc_floor\":\"1.2\" | performance.auc_floor",
                "\"auc_floor\":\"0.78\" | \"auc_floor\":\"high\" | performance.auc_floor",
                "\"tolerance\":\"0.8\" | \"tolerance\":\"0\" | fairness.tolerance",
                "\"approvals\":1 | \"approvals\":0 | approvals",
                "\"approvals\":1 | \"approval\":1 | approval",
                "HUMAN_REVIEWED | SOMEHOW | use",
                "\"auc_floor\":\"0.78\", | '' | auc_floor",
            })
    void aPolicyThatCannotBeMeantIsRejectedByTheNameOfItsField(String part, String instead, String field) {
        String text = PolicyText.canonical(SHIPPED).replace(part, instead);

        assertThat(PolicyText.parse(text))
                .isInstanceOfSatisfying(
                        PolicyText.Reading.Rejected.class,
                        rejected -> assertThat(rejected.sentence().english()).contains(field));
    }

    @Test
    void whatIsNoDocumentIsRejected() {
        assertThat(PolicyText.parse("just words")).isInstanceOf(PolicyText.Reading.Rejected.class);
        assertThat(PolicyText.parse("a: [")).isInstanceOf(PolicyText.Reading.Rejected.class);
        assertThat(PolicyText.parse("!!java.io.File [x]")).isInstanceOf(PolicyText.Reading.Rejected.class);
    }
}
