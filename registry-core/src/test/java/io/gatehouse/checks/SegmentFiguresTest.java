package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "false, 12, INCONCLUSIVE, SMALL_GROUP, Too few to judge, Zu wenige für ein Urteil",
        "false, 12, NOT_APPLICABLE, INTERSECTION_TOO_SMALL, Too few to judge, Zu wenige für ein Urteil",
        "false, 400, INCONCLUSIVE, TOO_CLOSE, Too close to call, Zu knapp",
        "false, 0, INCONCLUSIVE, ZERO_DENOMINATOR, Too few to judge, Zu wenige für ein Urteil",
        "false, 400, INCONCLUSIVE, ZERO_DENOMINATOR, Too close to call, Zu knapp",
        "true, , NOT_APPLICABLE, REFERENCE_GROUP, Reference group, Referenzgruppe",
        "false, 400, FAIL, OUTSIDE, Failed, Nicht bestanden"
    })
    void aGroupOfTooFewIsNeverCalledTooClose(
            boolean reference, @Nullable Long leavers, Verdict verdict, String code, String english, String german) {
        SegmentFigures group = new SegmentFigures(
                "age_band",
                "65+",
                reference,
                new ConfusionCounts(1, 1, 1, 1),
                new Figure("true_positive_rate", 0.5, null, null, 2L, null, Figure.Unit.SHARE),
                leavers == null
                        ? null
                        : new Figure("true_positive_rate_ratio", null, null, null, leavers, null, Figure.Unit.RATIO),
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
