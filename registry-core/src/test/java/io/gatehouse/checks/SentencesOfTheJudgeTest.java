package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.HouseDays;
import io.gatehouse.sentences.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every template of the judge against the figures of a case, by the table {@code sentences-of-the-judge.txt}. */
class SentencesOfTheJudgeTest {
    private static final List<Line> TABLE = table();
    private static final Pattern HOLE = Pattern.compile("\\{\\w+(?::\\w+)?}");

    /** What no person should read: holes, words of the machine, nothing below nothing, and one of many. */
    private static final Pattern UNFIT =
            Pattern.compile("[{}]|null|NaN|Infinity|unbounded|not known|−[$€£]?0(\\.0+)?(?![\\d.,])"
                    + "|\\b1 (customers|files|parameters|people|versions|times)\\b|\\.\\.(?!\\.)| {2}");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    private record Line(String scenario, String code, String english) {}

    @Test
    void everyTemplateHasACaseThatNamesIt() {
        Set<String> named = TABLE.stream().map(Line::code).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(new TreeSet<>(templates()));
    }

    @Test
    void everyScenarioIsSpokenOf() {
        assertThat(scenarios()).containsExactlyInAnyOrderElementsOf(Scenarios.names());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsSaidHoldsTheFiguresOfTheFinding(String scenario) {
        List<Sentence> said = Scenarios.sentences(scenario, folder);

        assertThat(said).allSatisfy(sentence -> assertThat(sentence.english()).doesNotContainPattern(UNFIT));
        assertThat(lines(scenario))
                .allSatisfy(line -> assertThat(said).as(line.code()).anySatisfy(sentence -> {
                    if (isPartOfOthers(line.code())) {
                        assertThat(sentence.english()).contains(line.english());
                    } else {
                        assertThat(sentence.code()).isEqualTo(line.code());
                        assertThat(sentence.english()).isEqualTo(line.english());
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aCaseIsASentenceOfTheTemplateThatItNames(Line line) {
        String[] texts = HOLE.split(template(line.code()), -1);

        assertThat(line.english())
                .matches(Arrays.stream(texts).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    static List<String> scenarios() {
        return TABLE.stream().map(Line::scenario).distinct().toList();
    }

    static List<Line> lines() {
        return TABLE;
    }

    private static List<Line> lines(String scenario) {
        return TABLE.stream().filter(line -> line.scenario().equals(scenario)).toList();
    }

    /** Words and half sentences that stand within others. */
    private static boolean isPartOfOthers(String code) {
        return Stream.of(
                        "fairness.words.",
                        "fairness.remedy.",
                        "policy.words.who.",
                        "policy.words.rate.",
                        "policy.words.small.",
                        "policy.words.approver.",
                        "policy.words.ingredient.")
                .anyMatch(code::startsWith);
    }

    private static List<String> templates() {
        return bundles().flatMap(bundle -> bundle.keySet().stream()).toList();
    }

    private static String template(String code) {
        return bundles()
                .filter(bundle -> bundle.containsKey(code))
                .findFirst()
                .orElseThrow()
                .getString(code);
    }

    private static Stream<ResourceBundle> bundles() {
        return Stream.of("sentences-evaluation", "sentences-policy")
                .map(name -> ResourceBundle.getBundle(name, Locale.ROOT));
    }

    private static List<Line> table() {
        try (InputStream file = Objects.requireNonNull(
                SentencesOfTheJudgeTest.class.getResourceAsStream("/sentences-of-the-judge.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 3))
                    .map(parts -> new Line(
                            parts[0],
                            parts[1],
                            parts[2].replace("{zone}", HouseDays.zone().getId())))
                    .toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
