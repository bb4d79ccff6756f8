package io.gatehouse.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the screens in both languages. A new key needs its German in {@code translations_de.properties}. */
class TextsTest {
    private static final Pattern HOLE = Pattern.compile("\\{\\d+[^}]*}");

    /** Texts with words that read the same in both languages; those without any word need no mention. */
    private static final Set<String> ALIKE = Set.of(
            "version",
            "outcomes.versions.version",
            "as-of.version",
            "risklist.col.score",
            "as-of.auc",
            "as-of.roi",
            "as-of.fairness",
            "examination.version",
            "answers.name",
            "experiments.name",
            "runs.filter",
            "runs.filter.example",
            "people.name.example",
            "people.username.example",
            "runs.live.ended",
            "compare.version.column",
            "compare.name",
            "run.param",
            "runs.compare.kind.PARAM",
            "runs.compare.kind.TAG",
            "run.sha256",
            "review.segment.met",
            "review.roi",
            "review.calibration.band",
            "review.sure.n",
            "review.method.auc",
            "review.way-out.fairness",
            "review.way-out.roi",
            "review.origin.commit",
            "lineage.column.VERSION",
            "lineage.kind.VERSION",
            "policies.version",
            "policies.version.short",
            "policies.sha256",
            "planner.model.version",
            "tokens.name",
            "audit.download.all",
            "audit.anchor.mail",
            "people.name",
            "card.markdown",
            "language.ENGLISH",
            "language.GERMAN",
            "storage.experiment",
            "webhooks.title",
            "webhooks.name",
            "term.AUC",
            "term.subject.TRAINING",
            "term.EXPERIMENT",
            "term.ALIAS",
            "style.colours.sample");

    /** Words that the glossary avoids for one thing and that are right for another. */
    private static final Set<String> RIGHT_ELSEWHERE = Set.of("Ergebnis", "Nutzung", "bewerten", "Test", "job");

    /** The German of what the product says outside of screens. */
    private static final List<String> ROOMS = List.of(
            "/words_de.properties",
            "/sentences-audit_de.properties",
            "/sentences-card_de.properties",
            "/sentences-champions_de.properties",
            "/sentences-evaluation_de.properties",
            "/sentences-governance_de.properties",
            "/sentences-notices_de.properties",
            "/sentences-outcomes_de.properties",
            "/sentences-overrides_de.properties",
            "/sentences-policy_de.properties",
            "/sentences-prepared_de.properties",
            "/sentences-promotion_de.properties",
            "/sentences-risklist_de.properties",
            "/sentences-webhooks_de.properties",
            "/sentences-work_de.properties");

    /** Texts that are meant to be empty. */
    private static final Set<String> EMPTY = Set.of("delegations.ways");

    private final Properties english = read("/vaadin-i18n/translations.properties");
    private final Properties german = read("/vaadin-i18n/translations_de.properties");

    @Test
    void everyTextHasItsGermanWithTheSameParameters() {
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).hasSizeGreaterThan(1000).allSatisfy(key -> {
            assertThat(german.getProperty(key).isBlank()).isEqualTo(EMPTY.contains(key));
            assertThat(holes(german.getProperty(key))).isEqualTo(holes(english.getProperty(key)));
        });
    }

    /** Of one thing the glossary says which German word is meant, and which is not. */
    @Test
    void germanTextsUseNoWordThatTheGlossaryAvoids() throws IOException {
        Pattern avoided = Pattern.compile(avoided().collect(Collectors.joining("|", "\\b(", ")")));

        Stream.concat(Stream.of(german), ROOMS.stream().map(TextsTest::read))
                .forEach(texts -> assertThat(texts.stringPropertyNames())
                        .isNotEmpty()
                        .allSatisfy(key ->
                                assertThat(texts.getProperty(key)).as(key).doesNotContainPattern(avoided)));
    }

    private static Stream<String> avoided() throws IOException {
        List<String> page = Files.readAllLines(Path.of("..", "docs", "GLOSSARY.md"));
        List<String> words = page.subList(page.indexOf("| English | German | not |") + 2, page.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|")[3].replaceAll("\\(.*\\)", ""))
                .flatMap(not -> Arrays.stream(not.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !RIGHT_ELSEWHERE.contains(word))
                .toList();
        assertThat(words).hasSizeGreaterThan(15);
        return words.stream();
    }

    @Test
    void nothingIsLeftInEnglishButWhatReadsTheSame() {
        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> english.getProperty(key).equals(german.getProperty(key)))
                        .filter(key -> HOLE.matcher(english.getProperty(key))
                                .replaceAll("")
                                .chars()
                                .anyMatch(Character::isLetter)))
                .isSubsetOf(ALIKE);
    }

    /** An apostrophe of the keyboard would swallow what follows it. */
    @Test
    void everyGermanTextWithParametersIsAFormatThatShowsAllOfThem() {
        english.stringPropertyNames().stream()
                .filter(key -> HOLE.matcher(german.getProperty(key)).find())
                .forEach(key -> {
                    Format[] formats =
                            new MessageFormat(german.getProperty(key), Locale.GERMAN).getFormatsByArgumentIndex();
                    assertThat(formats).as(key).isNotEmpty();
                    assertThat(german.getProperty(key)).as(key).doesNotContain("'");
                });
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties read(String file) {
        Properties read = new Properties();
        try (InputStream bytes = TextsTest.class.getResourceAsStream(file)) {
            read.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return read;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
