package io.gatehouse.scoring;

import io.gatehouse.fairness.value.ValueMoments;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Rows, Σ of their values and of the squares, in units of 10⁻⁶ and 10⁻¹². */
final class ValueSums {
    private long count;
    private final Sum128 sum = new Sum128();
    private final Sum128 squares = new Sum128();

    static ValueSums[] several(int count) {
        return Stream.generate(ValueSums::new).limit(count).toArray(ValueSums[]::new);
    }

    static List<ValueMoments> moments(ValueSums[] sums) {
        return Arrays.stream(sums).map(ValueSums::moments).toList();
    }

    /** @param units of a value, at least 0 */
    void add(long units) {
        count++;
        sum.add(units);
        squares.addProduct(units, units);
    }

    ValueMoments moments() {
        return new ValueMoments(
                count,
                new BigDecimal(sum.value(), FixedPoint.VALUE_PLACES),
                new BigDecimal(squares.value(), 2 * FixedPoint.VALUE_PLACES));
    }
}
