package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.modelcard.CardField;
import java.util.List;
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
    void whatMayNotApplyIsPartOfAPolicyOnlyWhereItSaysSo() {
        String shipped = PolicyText.canonical(SHIPPED);
        assertThat(shipped).doesNotContain("may_not_apply");
        assertThat(SHIPPED.excuses("FAIRNESS")).isFalse();

        String excusing = shipped.replaceFirst("\\{", "{\"may_not_apply\":[\"FAIRNESS\"],");
        assertThat(PolicyText.parse(excusing))
                .isInstanceOfSatisfying(PolicyText.Reading.Understood.class, understood -> {
                    assertThat(understood.document().excuses("FAIRNESS")).isTrue();
                    assertThat(understood.document().excuses("VALUE")).isFalse();
                    assertThat(PolicyText.canonical(understood.document()))
                            .contains("\"may_not_apply\":[\"FAIRNESS\"]");
                });
    }

    @Test
    void aModelCardIsPartOfAPolicyOnlyWhereItAsksForOne() {
        assertThat(PolicyText.canonical(SHIPPED)).doesNotContain("model_card");
        assertThat(SHIPPED.cardFields()).isEmpty();

        PolicyDocument asking =
                SHIPPED.asking(new PolicyDocument.Card(List.of(CardField.LIMITATIONS, CardField.INTENDED_USE)));

        assertThat(asking.cardFields()).containsExactly(CardField.INTENDED_USE, CardField.LIMITATIONS);
        assertThat(PolicyText.parse(PolicyText.yaml(asking))).isEqualTo(new PolicyText.Reading.Understood(asking));
        assertThat(PolicyText.canonical(asking))
                .contains("\"model_card\":{\"required\":[\"LIMITATIONS\",\"INTENDED_USE\"]}");
    }

    @Test
    void whatAPolicyMayNotAskOfAModelCardIsToldWithItsLine() {
        String shipped = PolicyText.yaml(SHIPPED);
        int line = (int) shipped.lines().count() + 2;

        assertThat(PolicyText.parse(shipped + "model_card:\n  required: [INTENDED_USE, OWNERSHIP]\n"))
                .isInstanceOfSatisfying(
                        PolicyText.Reading.Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .singleElement()
                                .satisfies(fault -> {
                                    assertThat(fault.line()).isEqualTo(line);
                                    assertThat(fault.field()).isEqualTo("model_card.required[2]");
                                    assertThat(fault.problem()).startsWith("must be one of OWNER, CONTACT");
                                }));
        assertThat(PolicyText.parse(shipped + "model_card:\n  required: []\n"))
                .isInstanceOfSatisfying(
                        PolicyText.Reading.Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .singleElement()
                                .satisfies(fault -> {
                                    assertThat(fault.line()).isEqualTo(line);
                                    assertThat(fault.problem()).startsWith("must name at least one field");
                                }));
        assertThat(PolicyText.parse(shipped + "model_card:\n  required: [OWNER, OWNER]\n"))
                .isInstanceOfSatisfying(
                        PolicyText.Reading.Rejected.class,
                        rejected -> assertThat(rejected.sentence().english()).contains("names OWNER twice"));
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

    private static final String YAML = """
            name: mine
            use: HUMAN_REVIEWED
            summary: Four fifths.
            approvals: two
            acting_threshold: 0.2
            performance:
              auc_floor: 0.78
              auc_floor: 0.79
              non_inferiority: 0.01
              gap: 2 %
              logged_tolerance: 0.001
            fairness:
              metrics: [TRUE_POSITIVE_RATE, RECALL]
              attributes: [{column: plan_type, called: plan}]
              tolerence: 0.8
              difference_cap: 0.1
              min_denominator: 30
              min_events: 5
              min_share: 0.02
              alpha: 0.05
              small_groups_block: maybe
              references: {}
              intersections: GATED
            value: {margin: 0.02, alpha: 0.05}
            reproducibility:
              required: []
            """;

    @Test
    void anAuthorSeesAllFaultsAtOnceEachWithItsLineAndTheWayOut() {
        assertThat(faults(YAML))
                .extracting(PolicyFault::line, PolicyFault::field, PolicyFault::problem)
                .containsExactlyInAnyOrder(
                        tuple(4, "approvals", "must be a whole number"),
                        tuple(8, "performance.auc_floor", "is written twice"),
                        tuple(10, "performance.gap", "must be a number such as 0.80, without a percent sign"),
                        tuple(
                                13,
                                "fairness.metrics[2]",
                                "must be one of TRUE_POSITIVE_RATE, FALSE_POSITIVE_RATE, SELECTION_RATE"),
                        tuple(15, "fairness.tolerence", "is not a field of a policy; did you mean tolerance?"),
                        tuple(13, "fairness.tolerance", "is missing"),
                        tuple(21, "fairness.small_groups_block", "must be true or false"));
    }

    @Test
    void aNumberThatCannotBeMeantIsFoundInItsLine() {
        String text = PolicyText.canonical(SHIPPED).replace(",", ",\n");

        PolicyFault fault = faults(text.replace("\"tolerance\":\"0.8\"", "\"tolerance\":\"80\""))
                .getFirst();

        assertThat(text.lines().toList().get(fault.line() - 1)).contains("tolerance");
        assertThat(fault.problem()).isEqualTo("must lie between 0 and 1");
    }

    @Test
    void textThatIsNoYamlSaysWhereItBreaksOff() {
        assertThat(faults("name: mine\nuse: [a\nsummary: x").getFirst().line()).isEqualTo(3);
    }

    private static List<PolicyFault> faults(String text) {
        return ((PolicyText.Reading.Rejected) PolicyText.parse(text)).faults();
    }

    @Test
    void whatIsNoDocumentIsRejected() {
        assertThat(PolicyText.parse("just words")).isInstanceOf(PolicyText.Reading.Rejected.class);
        assertThat(PolicyText.parse("")).isInstanceOf(PolicyText.Reading.Rejected.class);
        assertThat(PolicyText.parse("[1, 2]")).isInstanceOf(PolicyText.Reading.Rejected.class);
        assertThat(PolicyText.parse("a: [")).isInstanceOf(PolicyText.Reading.Rejected.class);
        assertThat(PolicyText.parse("!!java.io.File [x]")).isInstanceOf(PolicyText.Reading.Rejected.class);
    }
}
