package io.gatehouse.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said in English is said in German too. A new key needs both files: the German one is beside the English, ending in {@code _de}. */
class EveryLanguageTest {
    /** Templates that read the same in both languages. */
    private static final Set<String> ALIKE = Set.of(
            "card.origin.said",
            "lineage.version.title",
            "part.clause.fairness",
            "part.compare.branch",
            "part.compare.repository",
            "promotion.way_out.value",
            "risklist.chosen.group",
            "Actor.Via.API",
            "CheckName.VALUE",
            "Comparison.Kind.VALUE",
            "figure.card.format",
            "figure.card.version");

    private static final Set<String> STYLES = Set.of(
            "said",
            "list",
            "either",
            "attribute",
            "attributes",
            "groups",
            "settings",
            "amount",
            "percent",
            "whole",
            "exact",
            "exactPercent",
            "exactHundredths",
            "money");

    static List<String> files() {
        return Stream.concat(Stream.of("words"), Sentences.ROOMS.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyKeyHasItsGermanWithTheSameHoles(String file) throws IOException {
        Properties english = read(file);
        Properties german = read(file + "_de");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(german.getProperty(key)).isNotBlank();
            assertThat(holes(german.getProperty(key))).isEqualTo(holes(english.getProperty(key)));
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingIsLeftInEnglishButWhatReadsTheSame(String file) throws IOException {
        Properties english = read(file);
        Properties german = read(file + "_de");

        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> english.getProperty(key).equals(german.getProperty(key))))
                .isSubsetOf(ALIKE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aGermanHoleSaysHowItIsWrittenInWordsThatAreKnown(String file) throws IOException {
        read(file + "_de")
                .forEach((key, template) -> assertThat(Sentences.HOLE
                                .matcher(template.toString())
                                .results()
                                .map(hole -> hole.group(2))
                                .filter(style -> style != null && !style.matches("\\d")))
                        .as("%s", key)
                        .isSubsetOf(STYLES));
    }

    @Test
    void reasonsAreKnownByTheWordsThatTheyAreMadeOf() throws IOException {
        try (InputStream phrases =
                EveryLanguageTest.class.getResourceAsStream("/io/gatehouse/scoring/reason-phrases.json")) {
            JsonNode known = JsonMapper.shared().readTree(phrases).get("phrases");
            Properties told = read("sentences-reasons");

            known.properties().stream()
                    .filter(feature -> !feature.getKey().equals("*"))
                    .forEach(feature -> feature.getValue()
                            .properties()
                            .forEach(phrase -> assertThat(told.getProperty(feature.getKey() + "." + phrase.getKey()))
                                    .as("%s.%s", feature.getKey(), phrase.getKey())
                                    .isEqualTo(phrase.getValue().stringValue())));
        }
    }

    private static Set<String> holes(String template) {
        return Sentences.HOLE
                .matcher(template)
                .results()
                .map((MatchResult hole) -> hole.group(1))
                .collect(Collectors.toSet());
    }

    private static Properties read(String file) throws IOException {
        Properties read = new Properties();
        try (InputStream bytes = EveryLanguageTest.class.getResourceAsStream("/" + file + ".properties")) {
            assertThat(bytes).as("%s.properties", file).isNotNull();
            read.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        return read;
    }
}
