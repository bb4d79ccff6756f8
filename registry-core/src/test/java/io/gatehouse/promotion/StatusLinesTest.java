package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.policy.Approver;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusLinesTest {
    @Test
    void whatCameIntoUseIsToldAsHistoryAlsoWhereItWasKeptAsTheStateOfThings() {
        Sentence kept = new Sentence(
                "promotion.executed",
                Map.of("person", "Priya Shah", "model", "churn", "version", 1, "alias", "champion"),
                "Priya Shah gave the last approval: version 1 of churn is champion now.");

        Sentence line = StatusLines.of(new StatusLines.Facts(
                RequestState.EXECUTED,
                kept,
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Seats(List.of(Approver.REVIEWER), false),
                List.of(),
                List.of(),
                List.of()));

        assertThat(line.english()).isEqualTo("Priya Shah gave the last approval: version 1 of churn became champion.");
        assertThat(line.in(Language.GERMAN))
                .isEqualTo("Priya Shah gab die letzte Zustimmung: Version 1 von churn wurde champion.");
    }
}
