package io.gatehouse.risklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredReasonsTest {
    private static final Sentence TICKETS = new Sentence(
            "reason.tickets",
            Map.of("count", 5, "usual", 0.25, "huge", 12_345_678_901L, "feature", "tickets \"90d\" 🎟"),
            "5 tickets; usual are 0.25 \\ “quoted”\n");
    private static final Sentence OTHER = new Sentence("reason.other", Map.of(), "");

    private final StoredReasons.Numbers numbers = new StoredReasons.Numbers();
    private final TreeMap<Integer, String> kept = new TreeMap<>();

    @Test
    void reasonsAreReadAsTheyWereWritten() {
        String both = written(TICKETS, OTHER);
        String none = written();

        assertThat(read(both)).containsExactly(TICKETS, OTHER);
        assertThat(read(none)).isEmpty();
    }

    @Test
    void customersWithTheSameReasonNameItByNumber() {
        assertThat(written(TICKETS, OTHER)).isEqualTo("[0,1]");
        assertThat(written(OTHER)).isEqualTo("[1]");
        assertThat(kept).hasSize(2);
    }

    @Test
    void reasonsBeyondThoseThatAListKeepsApartStandInTheirRows() {
        List<Sentence> many = IntStream.rangeClosed(0, StoredReasons.Numbers.MOST)
                .mapToObj(i -> new Sentence("reason.many", Map.of("value", i), "It is " + i))
                .toList();
        many.forEach(this::written);

        String mixed = written(many.getLast(), many.getFirst(), many.get(StoredReasons.Numbers.MOST - 1));

        assertThat(kept).hasSize(StoredReasons.Numbers.MOST);
        assertThat(mixed).startsWith("[{").endsWith("},0,4095]");
        assertThat(read(mixed))
                .containsExactly(many.getLast(), many.getFirst(), many.get(StoredReasons.Numbers.MOST - 1));
    }

    /** A newer release may keep more with a sentence. */
    @Test
    void whatIsNotKnownIsPassedOver() {
        assertThat(read("[{\"later\":{\"code\":[1,{}]},\"code\":\"a\",\"parameters\":{},\"english\":\"A\"}]"))
                .containsExactly(new Sentence("a", Map.of(), "A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[{\"parameters\":[]}]",
                "[{\"parameters\":{\"a\":[1]}}]",
                "\"a\"",
                "[{}",
                "[{}{}]",
                "[{}}]",
                "[{\"a",
                "x{}]",
                "",
                "[",
                "]",
                "12",
                "[1",
                "[2]",
                "[,1]",
                "[1,]",
                "[-1]",
                "[0.5]",
                "[99999999999]",
                "[\"1\"]",
                "[[1]]",
                "[null]"
            })
    void whatIsNoArrayOfSentencesOrTheirNumbersIsADamagedRow(String damaged) {
        written(TICKETS, OTHER);

        assertThatThrownBy(() -> read(damaged)).isInstanceOf(IllegalStateException.class);
    }

    private String written(Sentence... reasons) {
        String stored = numbers.write(List.of(reasons));
        kept.putAll(numbers.unwritten());
        return stored;
    }

    private List<Sentence> read(String stored) {
        return StoredReasons.read(
                stored, kept.values().stream().map(StoredReasons::sentence).toList());
    }
}
