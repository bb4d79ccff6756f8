package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sentences.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyInWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"human-reviewed", "assisted", "automated"})
    void everyShippedPolicyCanBeReadByALawyer(String name) {
        assertThat(PolicyInWords.of(ShippedPolicies.read(name)))
                .extracting(PolicyInWords.Clause::heading)
                .containsExactly(
                        "Who decides",
                        "When somebody is acted on",
                        "Performance",
                        "Fairness",
                        "Value",
                        "Reproducibility");
    }

    @Test
    void theNumbersInTheWordsAreThoseThatTheChecksJudgeBy() {
        assertThat(words("human-reviewed"))
                .contains(
                        "Whoever scores 20.0 % or more is acted on. Fairness and value are judged at that score and at no other.",
                        "Between the groups of plan, age band and region, the share of leavers who are found must be at least 80.0 % and"
                                + " at most 125.0 % of the reference group’s, and may differ from it by at most 10 of 100.");
    }

    @Test
    void aPolicyThatIsNotAvailableYetSaysSoFirst() {
        assertThat(words("automated").getFirst()).startsWith("No promotion can be asked for under this policy yet");
    }

    private static List<String> words(String name) {
        return PolicyInWords.of(ShippedPolicies.read(name)).stream()
                .flatMap(clause -> clause.sentences().stream())
                .map(Sentence::english)
                .toList();
    }
}
