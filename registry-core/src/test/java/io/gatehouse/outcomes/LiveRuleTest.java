package io.gatehouse.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.outcomes.LiveRule.Standing;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveRuleTest {
    private static final LocalDate TAKEN = LocalDate.of(2026, 1, 1);

    @ParameterizedTest(name = "{0}, seen {1}: {2}")
    @CsvSource({
        "left, 2025-12-31, BEFORE",
        "left, 2026-01-01, LEFT",
        "left, 2026-01-02, LEFT",
        "left, 2026-01-31, LEFT",
        // Whoever left after the window had stayed within it.
        "left, 2026-02-01, STAYED",
        "stayed, 2025-12-31, BEFORE",
        "stayed, 2026-01-01, OPEN",
        "stayed, 2026-01-30, OPEN",
        "stayed, 2026-01-31, STAYED",
        "stayed, 2026-09-01, STAYED"
    })
    void aScoreSpeaksOfTheWindowAfterItsPopulationWasTaken(String word, LocalDate seen, Standing standing) {
        assertThat(new LiveRule(TAKEN, 30).of(word.equals("left"), seen)).isEqualTo(standing);
    }

    @ParameterizedTest(name = "{0}, seen {1}: {2}")
    @CsvSource({"left, 2025-12-31, BEFORE", "left, 2027-01-01, LEFT", "stayed, 2026-01-01, STAYED"})
    void withoutAWindowTheWordCountsAsItIs(String word, LocalDate seen, Standing standing) {
        assertThat(new LiveRule(TAKEN, null).of(word.equals("left"), seen)).isEqualTo(standing);
    }

    @Test
    void aWindowHasPassedOnItsLastDayAndNotBefore() {
        LiveRule rule = new LiveRule(TAKEN, 30);
        assertThat(rule.passedBy(LocalDate.of(2026, 1, 30))).isFalse();
        assertThat(rule.passedBy(LocalDate.of(2026, 1, 31))).isTrue();
    }
}
