package io.gatehouse.scoring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Cuts weighted rows that come in rising order of their score into tenths of their weight, and tells the positives in each. */
final class TenthCut {

    private static final int TENTHS = 10;

    private final BigInteger all;
    private final List<BigInteger> positivesBelowCut = new ArrayList<>();
    private BigInteger weightBelow = BigInteger.ZERO;
    private BigInteger positivesBelow = BigInteger.ZERO;

    /** @param all weight of all rows */
    TenthCut(long all) {
        this.all = BigInteger.valueOf(all);
        positivesBelowCut.add(BigInteger.ZERO);
    }

    /** Takes all rows of the next score. */
    void add(long runPositives, long runNegatives) {
        BigInteger positives = BigInteger.valueOf(runPositives);
        BigInteger weight = positives.add(BigInteger.valueOf(runNegatives));
        BigInteger above = weightBelow.add(weight);
        BigInteger cut = cut();
        while (positivesBelowCut.size() <= TENTHS && cut.compareTo(above.multiply(BigInteger.TEN)) <= 0) {
            BigInteger part = cut.subtract(weightBelow.multiply(BigInteger.TEN));
            positivesBelowCut.add(positivesBelow
                    .multiply(BigInteger.TEN)
                    .add(part.multiply(positives).divide(weight)));
            cut = cut();
        }
        weightBelow = above;
        positivesBelow = positivesBelow.add(positives);
    }

    /** The next cut, in tenths of the weights' unit. */
    private BigInteger cut() {
        return all.multiply(BigInteger.valueOf(positivesBelowCut.size()));
    }

    /** From the highest scores down, in tenths of the weights' unit. */
    List<BigInteger> positives() {
        List<BigInteger> tenths = new ArrayList<>();
        for (int i = positivesBelowCut.size() - 1; i > 0; i--) {
            tenths.add(positivesBelowCut.get(i).subtract(positivesBelowCut.get(i - 1)));
        }
        return tenths;
    }
}
