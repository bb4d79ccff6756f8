package io.gatehouse.portal.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    @Test
    void everyRowComesOnceAndInOrder() {
        List<Integer> rows = new ArrayList<>();
        pages(1_000, 7).forEachRemaining(rows::add);

        assertThat(rows).isEqualTo(IntStream.rangeClosed(1, 1_000).boxed().toList());
    }

    @Test
    void nothingIsAnEnd() {
        assertThat(pages(0, 7).hasNext()).isFalse();
    }

    @Test
    void noMoreThanThePageAfterTheOneThatIsWrittenIsRead() {
        List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
        Iterator<Integer> rows = new ReadAhead<>(() -> List.of(1, 2), last -> {
            asked.add(last);
            return List.of(last + 1, last + 2);
        });
        IntStream.range(0, 5).forEach(i -> rows.next());

        assertThat(asked).hasSizeLessThanOrEqualTo(3).doesNotContain(8);
    }

    @Test
    void aPageThatCannotBeReadEndsTheList() {
        Iterator<Integer> rows = new ReadAhead<>(() -> List.of(1), last -> {
            throw new IllegalStateException("The database is gone");
        });
        rows.next();

        assertThatThrownBy(rows::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database is gone");
    }

    private static Iterator<Integer> pages(int rows, int page) {
        return new ReadAhead<>(() -> page(0, rows, page), last -> page(last, rows, page));
    }

    private static List<Integer> page(int after, int rows, int page) {
        return IntStream.rangeClosed(after + 1, Math.min(rows, after + page))
                .boxed()
                .toList();
    }
}
