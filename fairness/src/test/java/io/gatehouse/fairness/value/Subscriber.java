package io.gatehouse.fairness.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One row, for the naive versions that exact sums are held against. */
record Subscriber(boolean leaves, boolean challenger, boolean champion, BigDecimal value) {

    /** Values from 0.00 to 599.99, three in ten leave, each model contacts every other. */
    static List<Subscriber> random(SplittableRandom random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> new Subscriber(
                        random.nextInt(10) < 3,
                        random.nextBoolean(),
                        random.nextBoolean(),
                        BigDecimal.valueOf(random.nextInt(60_000), 2)))
                .toList();
    }

    /** The first four columns of own_value.csv. */
    static List<Subscriber> of(ReferenceRow row) {
        String[] values = row.text(0).split(";");
        boolean[] leaves = MaximumProfitTest.flags(row.text(1));
        boolean[] challenger = MaximumProfitTest.flags(row.text(2));
        boolean[] champion = MaximumProfitTest.flags(row.text(3));
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Subscriber(leaves[i], challenger[i], champion[i], new BigDecimal(values[i])))
                .toList();
    }

    Subscriber worthAlways(String other) {
        return new Subscriber(leaves, challenger, champion, new BigDecimal(other));
    }

    double worth(boolean contacted, CampaignEconomics economics) {
        if (!contacted) {
            return 0;
        }
        double kept = economics.saveRate() * (value.doubleValue() - economics.offerCost());
        return leaves ? kept - economics.contactCost() : -economics.offerCost() - economics.contactCost();
    }

    static PairedValueCells cells(List<Subscriber> rows) {
        return new PairedValueCells(half(rows, Subscriber::leaves), half(rows, row -> !row.leaves));
    }

    static ValueMoments moments(String... values) {
        return moments(Arrays.stream(values).map(BigDecimal::new).toList());
    }

    private static PairedValueCells.Cells half(List<Subscriber> rows, Predicate<Subscriber> label) {
        return new PairedValueCells.Cells(
                of(rows, label.and(row -> row.challenger && row.champion)),
                of(rows, label.and(row -> row.challenger && !row.champion)),
                of(rows, label.and(row -> !row.challenger && row.champion)),
                of(rows, label.and(row -> !row.challenger && !row.champion)));
    }

    private static ValueMoments of(List<Subscriber> rows, Predicate<Subscriber> chosen) {
        return moments(rows.stream().filter(chosen).map(Subscriber::value).toList());
    }

    private static ValueMoments moments(List<BigDecimal> values) {
        return values.stream()
                .map(value -> ValueMoments.constant(1, value))
                .reduce(ValueMoments.NONE, ValueMoments::plus);
    }
}
