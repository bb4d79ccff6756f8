package io.gatehouse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {
    private static final Question QUESTION = Question.of("runs", List.of(1L, 2L), "metrics.auc > 0.5", List.of());

    @Test
    void aTokenCarriesEveryKindOfValue() {
        Place place = Place.of(
                new Mark.Missing(),
                new Mark.NotANumber(),
                new Mark.Whole(Long.MIN_VALUE),
                new Mark.Measured(-Double.MAX_VALUE),
                new Mark.Moment(1_700_000_000_123_456L),
                new Mark.Text(""),
                new Mark.Text("naïve 😀"),
                new Mark.Text("0123456789abcdef0123456789abcdef"));

        assertThat(back(place)).isEqualTo(place);
    }

    @Test
    void aTokenIsGoodForItsOwnQuestionAlone() {
        Optional<String> token = Optional.of(PageToken.after(Place.of(new Mark.Whole(1)), QUESTION));

        assertThatThrownBy(
                        () -> PageToken.place(token, Question.of("runs", List.of(1L), "metrics.auc > 0.5", List.of())))
                .hasMessageStartingWith("Invalid page token: page_token belongs to another search")
                .hasMessageEndingWith("leave page_token out to start at the first page");
    }

    @Test
    void withoutATokenAPageIsTheFirst() {
        assertThat(PageToken.place(Optional.empty(), QUESTION)).isEmpty();
        assertThat(PageToken.place(Optional.of(""), QUESTION)).isEmpty();
    }

    /** Ids stay whole whatever stands before them, since what is too long is looked up by them. */
    @Test
    void aTextThatIsTooLongIsCarriedAsItsDigest() {
        Place place = Place.of(
                new Mark.Text("é".repeat(1_000)), new Mark.Text("x".repeat(6_000)), new Mark.Text("f".repeat(34)));

        assertThat(back(place).marks())
                .containsExactly(
                        place.first(),
                        new Mark.LongText(PlaceBytes.digest("x".repeat(6_000))),
                        place.marks().getLast());
    }

    @Test
    void aHalfCharacterIsLookedUpAndNotLost() {
        Place place = Place.of(new Mark.Text("a\ud800"), new Mark.Text("id"));

        assertThat(back(place).first()).isInstanceOf(Mark.LongText.class);
    }

    @Test
    void noOrderMakesATokenThatIsLongerThanAllowedOrHoldsWhatAnAddressMustEscape() {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Text("y".repeat(2_048)));
        IntStream.range(0, 101).forEach(i -> marks.add(new Mark.Text("z".repeat(64))));
        String token = PageToken.after(new Place(marks), QUESTION);

        assertThat(token).hasSizeLessThanOrEqualTo(PageToken.LONGEST).matches("[A-Za-z0-9_-]+");
        assertThat(PageToken.place(Optional.of(token), QUESTION)).contains(new Place(marks));
        assertThat(PageToken.after(Place.of(new Mark.Text("n".repeat(2_000)), new Mark.Whole(1)), QUESTION))
                .hasSizeLessThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJ9", "xyz", "!", " ", "AQ", "9223372036854775807", "{\"offset\":1}"})
    void whatIsNoTokenIsRefused(String token) {
        assertThatThrownBy(() -> PageToken.place(Optional.of(token), QUESTION))
                .isInstanceOf(InvalidSearchException.class)
                .hasMessageStartingWith("Invalid page token: page_token is damaged")
                .hasMessageEndingWith("leave page_token out to start at the first page");
        assertThatThrownBy(() -> PageToken.place(Optional.of("A".repeat(PageToken.LONGEST + 1)), QUESTION))
                .hasMessageContaining("page_token is damaged");
    }

    @Test
    void aTokenMutilatedAnywhereIsRefused() {
        String whole =
                PageToken.after(Place.of(new Mark.Measured(0.5), new Mark.Whole(7), new Mark.Text("id")), QUESTION);
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder token = new StringBuilder(whole);
            int at = random.nextInt(token.length());
            switch (random.nextInt(3)) {
                case 0 -> token.setCharAt(at, "AZaz09-_%é".charAt(random.nextInt(10)));
                case 1 -> token.delete(at, Math.min(token.length(), at + 1 + random.nextInt(5)));
                default -> token.insert(at, "Q".repeat(1 + random.nextInt(5)));
            }
            String mutilated = token.toString();
            if (!mutilated.isEmpty() && !sameBytes(mutilated, whole)) {
                assertThatThrownBy(() -> PageToken.place(Optional.of(mutilated), QUESTION))
                        .as(mutilated)
                        .isInstanceOf(InvalidSearchException.class);
            }
        }
    }

    /** Whoever takes the trouble of a right checksum is told the same. */
    @ParameterizedTest
    @MethodSource
    void aForgedTokenIsRefused(byte[] marks) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + Question.LENGTH + marks.length + Integer.BYTES);
        bytes.put((byte) 1).put(QUESTION.fingerprint()).put(marks);
        CRC32 sum = new CRC32();
        sum.update(Arrays.copyOf(bytes.array(), bytes.position()));
        bytes.putInt((int) sum.getValue());
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());

        assertThatThrownBy(() -> PageToken.place(Optional.of(token), QUESTION))
                .hasMessageContaining("page_token is damaged");
    }

    static Stream<byte[]> aForgedTokenIsRefused() {
        return Stream.of(
                new byte[0],
                new byte[] {'z'},
                new byte[] {'w', 1, 2},
                new byte[] {'t', (byte) 0xff, (byte) 0xff, 'a'},
                new byte[] {'t', 0, 1, (byte) 0xc3},
                new byte[] {'l', 1, 2, 3});
    }

    private static Place back(Place place) {
        return PageToken.place(Optional.of(PageToken.after(place, QUESTION)), QUESTION)
                .orElseThrow();
    }

    /** The last character of a token has bits that mean nothing. */
    private static boolean sameBytes(String one, String other) {
        try {
            return Arrays.equals(
                    Base64.getUrlDecoder().decode(one), Base64.getUrlDecoder().decode(other));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
