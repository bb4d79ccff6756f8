package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "false, INCONCLUSIVE, SMALL_GROUP, Too few to judge, Zu wenige für ein Urteil",
        "false, NOT_APPLICABLE, INTERSECTION_TOO_SMALL, Too few to judge, Zu wenige für ein Urteil",
        "false, INCONCLUSIVE, TOO_CLOSE, Too close to call, Zu knapp",
        "true, NOT_APPLICABLE, REFERENCE_GROUP, Reference group, Referenzgruppe",
        "false, FAIL, OUTSIDE, Failed, Nicht bestanden"
    })
    void aGroupOfTooFewIsNeverCalledTooClose(
            boolean reference, Verdict verdict, String code, String english, String german) {
        SegmentFigures group = new SegmentFigures(
                "age_band",
                "65+",
                reference,
                new ConfusionCounts(1, 1, 1, 1),
                new Figure("true_positive_rate", 0.5, null, null, 2L, null, Figure.Unit.SHARE),
                null,
                null,
                0.5,
                0.5,
                0.5,
                0.5,
                verdict,
                code,
                null,
                Sentences.say("promotion.no_checks"));

        assertThat(group.verdictInWords(Language.ENGLISH)).isEqualTo(english);
        assertThat(group.verdictInWords(Language.GERMAN)).isEqualTo(german);
    }
}
