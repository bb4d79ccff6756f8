package io.gatehouse.portal.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailuresTest {
    private final DatabaseFailures failures = new DatabaseFailures();

    @ParameterizedTest
    @CsvSource({
        "08001, 0, Start the database",
        "28P01, 0, Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
        "3D000, 0, Create it",
        "42501, 0, Let the role own its database",
        "90020, 90020, Close the other program",
        "90030, 90030, from a backup",
    })
    void whatPeopleMeetWhenTheyConnectADatabaseIsOneSentenceWithTheWayOut(String state, int code, String remedy) {
        RuntimeException failure =
                new IllegalStateException(new SQLException("it went wrong.\n  Position: 1", state, code));

        String sentence = StartReport.sentence(Objects.requireNonNull(failures.analyze(failure)));

        assertThat(sentence)
                .startsWith("Gatehouse did not start. The database cannot be used: it went wrong. ")
                .contains(remedy)
                .doesNotContain("\n");
    }

    @Test
    void whatNobodyKnowsARemedyForKeepsItsStackTrace() {
        assertThat(failures.analyze(new IllegalStateException(new SQLException("syntax", "42601"))))
                .isNull();
    }
}
