package io.gatehouse.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.people.PasswordDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoFitTest {
    @ParameterizedTest
    @CsvSource({
        "true, NONE, EMPTY",
        "true, LOADED, DEMO",
        "false, NONE, EMPTY",
        "false, NONE, REAL",
    })
    void theDemoAndARealInstallationStartWhereTheyBelong(
            boolean demo, DemoFolder.State folder, DemoFit.Database database) {
        assertThat(DemoFit.refusal(demo, folder, database)).isEmpty();
    }

    @Test
    void theDemoWhosePeopleHavePasswordsAloneStartsOnlyWhereTheyOpen() {
        assertThat(DemoFit.refusal(true, new PasswordDoor(false)))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("gatehouse.sign-in.passwords is false", "--no-demo"));
        assertThat(DemoFit.refusal(true, new PasswordDoor(true))).isEmpty();
        assertThat(DemoFit.refusal(false, new PasswordDoor(false))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, BEGUN, EMPTY, was cut off",
        "false, BEGUN, DEMO, was cut off",
        "false, LOADED, DEMO, must not become a real installation",
        "false, LOADED, EMPTY, must not become a real installation",
        "false, NONE, DEMO, must not become a real installation",
        "true, NONE, REAL, Start it with --no-demo",
        "true, LOADED, REAL, its database is another",
        "true, LOADED, EMPTY, its database is another",
        "true, NONE, DEMO, does not hold its files",
    })
    void whatIsMixedIsRefusedWithTheWayOut(
            boolean demo, DemoFolder.State folder, DemoFit.Database database, String words) {
        assertThat(DemoFit.refusal(demo, folder, database))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(words));
    }
}
