package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When what was approved comes into use, as a policy says it. */
class ExecutionTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String SHIPPED = PolicyText.yaml(ShippedPolicies.read("human-reviewed"));

    @Test
    void aPolicyThatSaysNothingKeepsItsText() {
        assertThat(PolicyText.canonical(ShippedPolicies.read("human-reviewed"))).doesNotContain("execution");
    }

    @Test
    void aWindowAndADelayReadBackFromTheCanonicalFormAndFromYaml() {
        PolicyDocument asked = understood("execution: {window: Mon-Thu 06:00-16:00, after_hours: 24}\n");

        assertThat(asked.execution()).isEqualTo(new Execution("Mon-Thu 06:00-16:00", 24));
        assertThat(PolicyText.parse(PolicyText.canonical(asked))).isEqualTo(new PolicyText.Reading.Understood(asked));
        assertThat(PolicyText.parse(PolicyText.yaml(asked))).isEqualTo(new PolicyText.Reading.Understood(asked));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{window: Mon-Thu 06:00-16:00, at: noon} | execution.at | is not a field of a policy",
                "{window: weekdays} | execution.window | must be days and times of one day such as Mon-Thu 06:00-16:00",
                "{window: Mon 16:00-06:00} | execution.window | must be days and times of one day",
                "{window: Mon 06:00-06:14} | execution.window | a quarter of an hour apart or more",
                "{window: Mon 06:00-24:00} | execution.window | must be days and times of one day",
                "{after_hours: 0} | execution.after_hours | must be 1 to 336 hours",
                "{after_hours: soon} | execution.after_hours | must be a whole number",
                "{} | execution | must say a window, after_hours or both",
                "tomorrow | execution | must be a list of fields",
            })
    void whatCannotBeMeantIsNamedWithItsLine(String fields, String field, String problem) {
        assertThat(PolicyText.parse("execution: " + fields + "\n" + SHIPPED))
                .isInstanceOfSatisfying(PolicyText.Reading.Rejected.class, rejected -> {
                    assertThat(rejected.faults())
                            .extracting(PolicyFault::line, PolicyFault::field)
                            .contains(tuple(1, field));
                    assertThat(rejected.sentence().english()).contains(problem);
                });
    }

    @Test
    void aLawyerReadsWhenWithTheZoneAndWhatCanBeDoneUntilThen() {
        assertThat(words(understood("execution: {window: 'Mon-Wed, Sat 06:00-16:00', after_hours: 24}\n")))
                .contains("What is approved comes into use 24 hours after the last approval at the earliest.")
                .contains(
                        "What is approved comes into use on Monday, Tuesday, Wednesday and Saturday between 06:00 and 16:00 ("
                                + ZoneId.systemDefault().getId() + "), and at no other time.")
                .anyMatch(sentence -> sentence.startsWith("Until that moment it can be withdrawn"));
    }

    @Test
    void aComparisonNamesIt() {
        PolicyDocument before = ShippedPolicies.read("human-reviewed");
        PolicyDocument after = before.executed(new Execution(null, 24));

        assertThat(PolicyChanges.fields(before, after))
                .containsExactly(new PolicyChanges.Field("execution.after_hours", "", "24"));
        assertThat(PolicyChanges.inWords(before, after)).singleElement().satisfies(change -> {
            assertThat(change.heading()).isEqualTo("Who decides");
            assertThat(change.after()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        // Saturday 14 March 2026 is in winter time, 30 March is not.
        "Mon-Thu 06:00-16:00, 0, 2026-03-14T10:00:00Z, 2026-03-16T05:00:00Z",
        "Mon-Thu 06:00-16:00, 0, 2026-03-16T10:00:00Z, 2026-03-16T10:00:00Z",
        "Mon-Thu 06:00-16:00, 0, 2026-03-16T04:59:59Z, 2026-03-16T05:00:00Z",
        "Mon-Thu 06:00-16:00, 0, 2026-03-16T15:00:00Z, 2026-03-17T05:00:00Z",
        "Mon-Thu 06:00-16:00, 0, 2026-03-27T10:00:00Z, 2026-03-30T04:00:00Z",
        "Mon-Thu 06:00-16:00, 24, 2026-03-16T10:00:00Z, 2026-03-17T10:00:00Z",
        "Mon-Thu 06:00-16:00, 24, 2026-03-19T10:00:00Z, 2026-03-23T05:00:00Z",
        "Sat-Mon 00:00-23:59, 0, 2026-03-15T10:00:00Z, 2026-03-15T10:00:00Z",
        "Mon 06:00-16:00, 0, 2026-03-16T15:00:00Z, 2026-03-23T05:00:00Z",
        // The clock skips from 02:00 to 03:00 on 29 March 2026.
        "Sun 02:30-02:45, 0, 2026-03-28T10:00:00Z, 2026-03-29T01:30:00Z",
    })
    void theMomentIsTheFirstThatLiesWithin(String window, int after, Instant approved, Instant moment) {
        assertThat(new Execution(window, after == 0 ? null : after).moment(approved, BERLIN))
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mon-Thu 06:00-16:00", "mon-thu 06:00-16:00", " Mon, Wed 06:00-16:00", "Fri-Tue 00:00-23:59"})
    void aWindowIsUnderstood(String text) {
        assertThat(ExecutionWindow.parse(text)).isPresent();
    }

    private static List<String> words(PolicyDocument policy) {
        return PolicyInWords.of(policy).getFirst().sentences().stream()
                .map(Sentence::english)
                .toList();
    }

    private static PolicyDocument understood(String execution) {
        if (PolicyText.parse(execution + SHIPPED) instanceof PolicyText.Reading.Understood(PolicyDocument document)) {
            return document;
        }
        throw new AssertionError(String.valueOf(PolicyText.parse(execution + SHIPPED)));
    }
}
