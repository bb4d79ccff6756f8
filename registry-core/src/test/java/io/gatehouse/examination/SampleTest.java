package io.gatehouse.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final List<Long> ALL = LongStream.rangeClosed(1, 50).boxed().toList();

    @Test
    void theSameSeedDrawsTheSameWhateverTheOrderItIsGiven() {
        List<Long> drawn = Sample.draw(ALL, 20260314, 5);

        assertThat(drawn).hasSize(5).doesNotHaveDuplicates();
        assertThat(Sample.draw(ALL.reversed(), 20260314, 5)).isEqualTo(drawn);
        assertThat(Sample.draw(ALL, 20260315, 5)).isNotEqualTo(drawn);
    }

    @Test
    void aSmallerSampleIsTheBeginningOfALargerOne() {
        assertThat(Sample.draw(ALL, 7, 3)).isEqualTo(Sample.draw(ALL, 7, 20).subList(0, 3));
    }

    @Test
    void whereThereAreFewerThanWantedAllAreDrawn() {
        assertThat(Sample.draw(List.of(4L, 2L), 1, 10)).containsExactlyInAnyOrder(2L, 4L);
    }

    @Test
    void anybodyCanDrawAgainWithSha256sum() {
        // printf '1:PR-2' | sha256sum begins with 1136, printf '1:PR-4' | sha256sum with 26de.
        assertThat(Sample.draw(List.of(2L, 4L), 1, 1)).containsExactly(2L);
    }
}
