package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.ids.Digests;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalsTest {
    private static final String SHIPPED = PolicyText.yaml(ShippedPolicies.read("human-reviewed"));

    @Test
    void aPlainNumberStaysOneSoThatPoliciesInUseKeepTheirHash() {
        PolicyDocument shipped = ShippedPolicies.read("human-reviewed");

        assertThat(PolicyText.canonical(shipped)).contains("\"approvals\":1,");
        assertThat(Digests.sha256(PolicyText.canonical(shipped)))
                .isEqualTo("374e820afc762d7abbf89b99cfd5326a51d3d658fbbe5d22c43189c101f981a0");
        assertThat(SHIPPED).contains("approvals: 1\n");
        assertThat(understood("approvals:\n  number: 1\n")).isEqualTo(shipped);
    }

    @Test
    void kindsOrderAndDaysReadBackFromTheCanonicalForm() {
        PolicyDocument asked = understood("""
                approvals:
                  number: 3
                  roles: [REVIEWER, RISK]
                  in_order: true
                  remind_after: 3
                  expires_after: 30
                """);

        assertThat(asked.approvals())
                .isEqualTo(new Approvals(3, List.of(Approver.REVIEWER, Approver.RISK), true, 3, 30));
        assertThat(asked.approvals().seats()).containsExactly(Approver.REVIEWER, Approver.RISK, Approver.REVIEWER);
        assertThat(PolicyText.canonical(asked))
                .contains("\"approvals\":{\"expires_after\":30,\"in_order\":true,\"number\":3,\"remind_after\":3,"
                        + "\"roles\":[\"REVIEWER\",\"RISK\"]}");
        assertThat(PolicyText.parse(PolicyText.canonical(asked))).isEqualTo(new PolicyText.Reading.Understood(asked));
        assertThat(PolicyText.parse(PolicyText.yaml(asked))).isEqualTo(new PolicyText.Reading.Understood(asked));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number: 9, remind_after: 3 | 4 | approvals.number | must be 1 to 5",
                "number: two | 4 | approvals.number | must be a whole number",
                "roles: [REVIEWER] | 3 | approvals.number | is missing",
                "number: 1, roles: [ADMINISTRATOR] | 4 | approvals.roles[1] | must be one of REVIEWER, RISK",
                "number: 1, roles: [REVIEWER, RISK] | 4 | approvals.roles | names more people than approvals.number asks for",
                "number: 1, in_order: true | 4 | approvals.in_order | needs two roles or more to put in order",
                "number: 1, remind_after: 0 | 4 | approvals.remind_after | must be 1 to 365 days",
                "number: 1, expires_after: soon | 4 | approvals.expires_after | must be a whole number",
                "number: 1, remind_after: 9, expires_after: 9 | 4 | approvals.remind_after | must be fewer days than expires_after",
                "number: 1, approve_after: 9 | 4 | approvals.approve_after | is not a field of a policy",
            })
    void whatCannotBeMeantIsNamedWithItsLine(String fields, int line, String field, String problem) {
        assertThat(PolicyText.parse(with("approvals: {\n" + fields + "}\n")))
                .isInstanceOfSatisfying(
                        PolicyText.Reading.Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(PolicyFault::line, PolicyFault::field)
                                .contains(tuple(line, field)));
        assertThat(((PolicyText.Reading.Rejected) PolicyText.parse(with("approvals: {\n" + fields + "}\n")))
                        .sentence()
                        .english())
                .contains(problem);
    }

    @Test
    void theWordsSayWhoInWhichOrderAndUntilWhen() {
        assertThat(words(ShippedPolicies.read("automated")))
                .contains(
                        "They approve in this order: a reviewer and somebody of risk.",
                        "Whoever a request waits for is reminded after 3 days.",
                        "A request that waits for 14 days expires, announced a day before. It is never approved by time passing.");
        assertThat(words(ShippedPolicies.read("human-reviewed")))
                .contains("A request waits until somebody decides. It is never approved by time passing.");
    }

    @Test
    void aComparisonNamesWhatOfTheApprovalsDiffers() {
        PolicyDocument after = understood("approvals: {number: 2, roles: [RISK], expires_after: 30}\n");

        assertThat(PolicyChanges.fields(ShippedPolicies.read("human-reviewed"), after))
                .extracting(PolicyChanges.Field::path)
                .contains("approvals.number", "approvals.roles", "approvals.expires_after");
        assertThat(PolicyChanges.inWords(ShippedPolicies.read("human-reviewed"), after))
                .singleElement()
                .satisfies(change -> assertThat(change.heading()).isEqualTo("Who decides"));
    }

    private static List<String> words(PolicyDocument policy) {
        return PolicyInWords.of(policy).getFirst().sentences().stream()
                .map(Sentence::english)
                .toList();
    }

    /** The shipped policy with other approvals, which then begin in line 3. */
    private static String with(String approvals) {
        String rest = SHIPPED.replaceFirst("approvals: 1\n", "");
        int afterTwoLines = rest.indexOf('\n', rest.indexOf('\n') + 1) + 1;
        return rest.substring(0, afterTwoLines) + approvals + rest.substring(afterTwoLines);
    }

    private static PolicyDocument understood(String approvals) {
        if (PolicyText.parse(with(approvals)) instanceof PolicyText.Reading.Understood(PolicyDocument document)) {
            return document;
        }
        throw new AssertionError(String.valueOf(PolicyText.parse(with(approvals))));
    }
}
