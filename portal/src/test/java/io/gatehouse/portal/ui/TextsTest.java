package io.gatehouse.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Texts that are meant to be empty. */
    private static final Set<String> EMPTY = Set.of("delegations.ways");

    private final Properties english = read("translations.properties");
    private final Properties german = read("translations_de.properties");

    @Test
    void everyTextHasItsGermanWithTheSameParameters() {
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).hasSizeGreaterThan(1000).allSatisfy(key -> {
            assertThat(german.getProperty(key).isBlank()).isEqualTo(EMPTY.contains(key));
            assertThat(holes(german.getProperty(key))).isEqualTo(holes(english.getProperty(key)));
        });
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
        try (InputStream bytes = TextsTest.class.getResourceAsStream("/vaadin-i18n/" + file)) {
            read.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return read;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
