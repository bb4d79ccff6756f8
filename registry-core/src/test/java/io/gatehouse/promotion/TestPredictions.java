package io.gatehouse.promotion;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A prediction table of 9,000 customers, a third of whom leave, made by a fixed seed; a sixth is 18–24, half 25–44. What a model knows of a customer is the label with
 * noise upon it; a champion beside it has noise of its own.
 *
 * @param shiftForYoung added to the log-odds of customers aged 18–24; below 0 the model misses those of them who leave
 * @param shiftForStayers added to the log-odds of those who stay; above 0 the model contacts more of them for nothing
 * @param championVersion whose scores stand beside; absent if there are none
 */
public record TestPredictions(
        double shiftForYoung,
        double shiftForStayers,
        @Nullable Integer championVersion) {
    private static final int ROWS = 9_000;
    private static final Map<TestPredictions, String> WRITTEN = new ConcurrentHashMap<>();
    private static final String[] PLANS = {"basic", "standard", "premium"};
    private static final String[] AGES = {"18-24", "25-44", "45+", "25-44", "45+", "25-44"};
    private static final String[] REGIONS = {"north", "south"};

    /** Fair, and worth its cost. */
    public static TestPredictions good() {
        return new TestPredictions(0, 0, null);
    }

    /** Finds fewer of the young. */
    public static TestPredictions unfair() {
        return new TestPredictions(-4, 0, null);
    }

    public TestPredictions beside(int champion) {
        return new TestPredictions(shiftForYoung, shiftForStayers, champion);
    }

    /** The same for the same figures, so it is written once for all tests of a process. */
    String csv() {
        return WRITTEN.computeIfAbsent(this, TestPredictions::write);
    }

    private String write() {
        Random random = new Random(42);
        StringBuilder csv = new StringBuilder("id,split,label,score,plan_type,age_band,region");
        csv.append(championVersion == null ? "\n" : ",champion_score\n");
        for (int i = 0; i < ROWS; i++) {
            boolean leaves = random.nextDouble() < 0.33;
            String age = AGES[random.nextInt(AGES.length)];
            double known = (leaves ? 1.4 : -1.4 + shiftForStayers) + (age.equals(AGES[0]) ? shiftForYoung : 0);
            double score = logistic(known + 1.2 * random.nextGaussian());
            double champion = logistic((leaves ? 1.2 : -1.2) + 1.3 * random.nextGaussian());
            csv.append(i)
                    .append(i % 3 == 0 ? ",val," : ",test,")
                    .append(leaves ? 1 : 0)
                    .append(',')
                    .append(number(score));
            csv.append(',')
                    .append(PLANS[random.nextInt(PLANS.length)])
                    .append(',')
                    .append(age)
                    .append(',');
            csv.append(REGIONS[random.nextInt(REGIONS.length)]);
            csv.append(championVersion == null ? "\n" : "," + number(champion) + "\n");
        }
        return csv.toString();
    }

    String description() {
        String baseline = championVersion == null
                ? ""
                : ", \"baseline\": {\"model\": \"churn\", \"version\": \"" + championVersion
                        + "\", \"score\": \"champion_score\"}";
        return "{\"id\": \"id\", \"label\": \"label\", \"score\": \"score\", \"positive_label\": 1, \"split\": \"split\","
                + " \"segments\": [\"plan_type\", \"age_band\", \"region\"], \"threshold\": 0.2" + baseline + "}";
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static String number(double score) {
        return String.format(Locale.ROOT, "%.6f", score);
    }
}
