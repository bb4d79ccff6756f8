package io.gatehouse.risklist;

/** Probabilities in words, so that colour never stands alone. */
final class Bands {
    private static final double VERY_HIGH = 0.6;
    private static final double HIGH = 0.4;

    private Bands() {}

    static String of(double probability) {
        if (probability >= VERY_HIGH) {
            return "very high";
        }
        return probability >= HIGH ? "high" : "raised";
    }
}
