package io.gatehouse.risklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChosenPartTest {
    private static final Filter PART = new Filter("S, 1", Map.of("plan_type", "basic"), "high", Movement.NEW);

    @Test
    void everyLimitIsSaidInTheWordsOfTheReader() {
        assertThat(ChosenPart.inWords(list(), PART, Language.ENGLISH))
                .hasValue(
                        "Chosen from the 12,340 customers who may leave: containing “S, 1”, plan type basic, risk high,"
                                + " since the last list new.");
        assertThat(ChosenPart.inWords(list(), PART, Language.GERMAN))
                .hasValue(
                        "Ausgewählt aus den 12.340 Kunden, die kündigen könnten: mit „S, 1“, Tarif basic, Risiko hoch,"
                                + " seit der letzten Liste neu.");
    }

    @Test
    void ofTheWholeListNothingIsSaid() {
        assertThat(ChosenPart.inWords(list(), Filter.ALL, Language.ENGLISH)).isEmpty();
        assertThat(ChosenPart.inWords(list(), Filter.ALL.withText(" "), Language.ENGLISH))
                .isEmpty();
    }

    private static Header list() {
        return new Header(
                UUID.randomUUID(),
                7,
                "churn",
                3,
                true,
                LocalDate.parse("2026-11-16"),
                "settled subscribers",
                0.2,
                100_000,
                12_340,
                null,
                null,
                List.of(),
                "Dana Kim",
                Instant.parse("2026-11-16T08:00:00Z"),
                "0".repeat(64),
                List.of("plan_type"));
    }
}
