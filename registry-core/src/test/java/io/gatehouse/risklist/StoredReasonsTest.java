package io.gatehouse.risklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredReasonsTest {
    @Test
    void reasonsAreReadAsTheyWereWritten() {
        List<Sentence> reasons = List.of(
                new Sentence(
                        "reason.tickets",
                        Map.of("count", 5, "usual", 0.25, "huge", 12_345_678_901L, "feature", "tickets \"90d\" 🎟"),
                        "5 tickets; usual are 0.25 \\ “quoted”\n"),
                new Sentence("reason.other", Map.of(), ""));

        assertThat(StoredReasons.read(StoredReasons.write(reasons))).isEqualTo(reasons);
        assertThat(StoredReasons.read("[]")).isEmpty();
    }

    /** A newer release may keep more with a sentence. */
    @Test
    void whatIsNotKnownIsPassedOver() {
        assertThat(StoredReasons.read(
                        "[{\"later\":{\"code\":[1,{}]},\"code\":\"a\",\"parameters\":{},\"english\":\"A\"}]"))
                .containsExactly(new Sentence("a", Map.of(), "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "[{\"parameters\":[]}]", "[{\"parameters\":{\"a\":[1]}}]", "\"a\""})
    void whatIsNoArrayOfSentencesIsADamagedRow(String stored) {
        assertThatThrownBy(() -> StoredReasons.read(stored)).isInstanceOf(IllegalStateException.class);
    }
}
