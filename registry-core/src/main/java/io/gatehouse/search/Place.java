package io.gatehouse.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a row stands in an order. The next page holds what stands after it, whatever came or went before it.
 *
 * @param marks one for each key of the order
 */
public record Place(List<Mark> marks) {
    public Place {
        marks = List.copyOf(marks);
    }

    public static Place of(Mark... marks) {
        return new Place(List.of(marks));
    }

    /** Of the key that counts most. */
    public Mark first() {
        return marks.getFirst();
    }

    /** In the order that decides where the first key leaves a tie. */
    public Place rest() {
        return new Place(marks.subList(1, marks.size()));
    }

    /** In an order with one key more, before all others. */
    public Place under(Mark first) {
        List<Mark> all = new ArrayList<>();
        all.add(first);
        all.addAll(marks);
        return new Place(all);
    }
}
