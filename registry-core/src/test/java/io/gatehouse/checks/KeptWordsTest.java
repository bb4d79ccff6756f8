package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sentences.Sentence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class KeptWordsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void aRulingSaidInOtherWordsByAnEarlierReleaseComesOutAsItWas() {
        Ruling today = ruling();
        Ruling then = said(
                today,
                sentence ->
                        new Sentence(sentence.code(), sentence.parameters(), "As it was said: " + sentence.english()));

        assertThat(then.sha256()).isNotEqualTo(today.sha256());
        assertThat(today.sha256InWordsOf(stored(then))).isEqualTo(then.sha256());
        assertThat(today.inWordsOf(stored(then)).toString()).contains("As it was said: ");
    }

    @Test
    void aSentenceMadeOfOthersThatWereSaidInOtherWordsComesOutAsItWas() {
        Ruling today = ruling(Population.fairAndBetter().blindToTheYoung());
        Ruling then = said(today, sentence -> reworded(sentence, " in 100, beside "));

        assertThat(JSON.writeValueAsString(then.checks()))
                .contains("\"first\":\"18-24 (age band): of its leavers it finds");
        assertThat(today.sha256InWordsOf(stored(then))).isEqualTo(then.sha256());
    }

    @Test
    void aSentenceMadeOfAnotherThatNamesAnotherFigureIsAnotherFinding() {
        Ruling today = ruling(Population.fairAndBetter().blindToTheYoung());
        Ruling then = said(today, sentence -> reworded(sentence, " in 1,000, beside "));

        assertThat(today.sha256InWordsOf(stored(then))).isNotEqualTo(then.sha256());
    }

    private static Sentence reworded(Sentence sentence, String instead) {
        Map<String, Object> parameters = new HashMap<>(sentence.parameters());
        parameters.replaceAll(
                (name, value) -> value instanceof String text ? text.replace(" of 100 against ", instead) : value);
        return new Sentence(sentence.code(), parameters, sentence.english().replace(" of 100 against ", instead));
    }

    @Test
    void aSentenceMadeOfOtherFiguresIsAnotherFindingWhateverItsWords() {
        Ruling today = ruling();
        Ruling then = said(today, sentence -> {
            Map<String, Object> parameters = new HashMap<>(sentence.parameters());
            parameters.replaceAll((name, value) -> value instanceof Number number ? number.doubleValue() + 1 : value);
            return new Sentence(sentence.code(), parameters, sentence.english() + " Then.");
        });

        assertThat(today.sha256InWordsOf(stored(then))).isNotEqualTo(then.sha256());
        assertThat(today.inWordsOf(stored(then)).toString()).isNotEqualTo(JSON.writeValueAsString(then.checks()));
    }

    @Test
    void aSentenceOfAnotherCodeKeepsItsOwnWords() {
        Ruling today = ruling();
        Ruling then = said(today, sentence -> new Sentence("another.code", sentence.parameters(), "Something else."));

        assertThat(today.sha256InWordsOf(stored(then))).isEqualTo(today.sha256());
        assertThat(today.sha256InWordsOf(List.of())).isEqualTo(today.sha256());
    }

    private Ruling ruling() {
        return ruling(Population.fairAndBetter());
    }

    private Ruling ruling(Population population) {
        return Judge.rule(
                new Case(
                        "churn",
                        2,
                        "champion",
                        1,
                        ChecksTest.POLICY,
                        ChecksTest.ASSUMPTIONS,
                        ChecksTest.record(population.reduced(folder)),
                        List.of(),
                        TestSetUse.FIRST,
                        null),
                Population.description(),
                population.reduced(folder));
    }

    private static Ruling said(Ruling ruling, UnaryOperator<Sentence> otherwise) {
        return new Ruling(
                ruling.of(),
                ruling.evidenceSha256(),
                ruling.seed(),
                ruling.checks().stream().map(check -> said(check, otherwise)).toList(),
                ruling.wayOut());
    }

    private static CheckResult said(CheckResult check, UnaryOperator<Sentence> otherwise) {
        return new CheckResult(
                check.check(),
                check.verdict(),
                check.reasonCode(),
                check.headline(),
                otherwise.apply(check.sentence()),
                check.findings().stream()
                        .map(finding -> new Finding(
                                finding.verdict(),
                                finding.reasonCode(),
                                finding.figure(),
                                otherwise.apply(finding.sentence())))
                        .toList(),
                check.segments(),
                check.performance(),
                check.value(),
                check.crossings(),
                check.month());
    }

    /** As they come back from the database, where a number has lost its Java type. */
    private static List<CheckResult> stored(Ruling ruling) {
        return JSON.readValue(JSON.writeValueAsString(ruling.checks()), new TypeReference<>() {});
    }
}
