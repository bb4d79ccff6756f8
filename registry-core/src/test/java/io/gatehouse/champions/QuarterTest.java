package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {

    @ParameterizedTest
    @CsvSource({"2026-01-01, 2026-Q1", "2026-03-31, 2026-Q1", "2026-04-01, 2026-Q2", "2026-12-31, 2026-Q4"})
    void aDayLiesInItsQuarter(LocalDate day, String quarter) {
        assertThat(Quarter.of(day)).hasToString(quarter);
    }

    @Test
    void theQuarterBeforeTheFirstIsTheLastOfTheYearBefore() {
        assertThat(new Quarter(2026, 1).before()).isEqualTo(new Quarter(2025, 4));
        assertThat(new Quarter(2026, 3).before().words()).isEqualTo("Q2 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-Q5", "Q3", "26-Q3", "2026-Q33"})
    void whatIsNoQuarterIsNotTakenForOne(String text) {
        assertThat(Quarter.parse(text)).isEmpty();
    }

    @Test
    void aQuarterBeginsAndEndsAtMidnightWhereThePortalIs() {
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Quarter third = Quarter.parse("2026-q3").orElseThrow();
            assertThat(third.from()).isEqualTo(Instant.parse("2026-07-01T04:00:00Z"));
            assertThat(third.until()).isEqualTo(Instant.parse("2026-10-01T03:59:59.999Z"));
        } finally {
            TimeZone.setDefault(usual);
        }
    }
}
