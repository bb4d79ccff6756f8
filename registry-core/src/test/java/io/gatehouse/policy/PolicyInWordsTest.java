package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.modelcard.CardField;
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
                        "Reproducibility",
                        "Model card");
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

    @ParameterizedTest
    @ValueSource(strings = {"human-reviewed", "assisted", "automated"})
    void theTextThatIsOfferedForEditingIsTheSamePolicy(String name) {
        PolicyDocument shipped = ShippedPolicies.read(name);

        assertThat(PolicyText.parse(PolicyText.yaml(shipped))).isEqualTo(new PolicyText.Reading.Understood(shipped));
    }

    @Test
    void aComparisonNamesTheClausesAndTheFieldsThatDifferAndNoOthers() {
        PolicyDocument before = ShippedPolicies.read("human-reviewed");
        PolicyDocument after = changed(before, "min_share: 0.02", "min_share: 0.03");

        assertThat(PolicyChanges.inWords(before, after)).singleElement().satisfies(change -> {
            assertThat(change.heading()).isEqualTo("Fairness");
            assertThat(change.before()).singleElement().asString().contains("2.0 % of all people");
            assertThat(change.after()).singleElement().asString().contains("3.0 % of all people");
        });
        assertThat(PolicyChanges.fields(before, after))
                .containsExactly(new PolicyChanges.Field("fairness.min_share", "0.02", "0.03"));
        assertThat(PolicyChanges.fields(before, before)).isEmpty();
    }

    @Test
    void whatTheModelCardMustSayIsAClauseThatALawyerCanRead() {
        PolicyDocument before = ShippedPolicies.read("human-reviewed");
        PolicyDocument after = before.asking(
                new PolicyDocument.Card(List.of(CardField.LIMITATIONS, CardField.INTENDED_USE, CardField.OWNER)));

        assertThat(PolicyChanges.inWords(before, after)).singleElement().satisfies(change -> {
            assertThat(change.heading()).isEqualTo("Model card");
            assertThat(change.before()).singleElement().asString().contains("no answer on it is needed");
            assertThat(change.after())
                    .first()
                    .asString()
                    .startsWith(
                            "Before anybody may approve, the model card of the version must say: owner, intended use and limitations.");
        });
        assertThat(PolicyChanges.fields(before, after))
                .containsExactly(
                        new PolicyChanges.Field("model_card.required", "", "LIMITATIONS, INTENDED_USE, OWNER"));
    }

    @Test
    void whatNoClauseSpeaksOfIsStillADifference() {
        PolicyDocument before = ShippedPolicies.read("human-reviewed");
        PolicyDocument after = changed(before, before.summary(), "Another summary.");

        assertThat(PolicyChanges.inWords(before, after)).isEmpty();
        assertThat(PolicyChanges.fields(before, after))
                .extracting(PolicyChanges.Field::path)
                .containsExactly("summary");
    }

    private static PolicyDocument changed(PolicyDocument policy, String part, String other) {
        String text = PolicyText.yaml(policy);
        assertThat(text).contains(part);
        return ((PolicyText.Reading.Understood) PolicyText.parse(text.replace(part, other))).document();
    }

    private static List<String> words(String name) {
        return PolicyInWords.of(ShippedPolicies.read(name)).stream()
                .flatMap(clause -> clause.sentences().stream())
                .map(Sentence::english)
                .toList();
    }
}
