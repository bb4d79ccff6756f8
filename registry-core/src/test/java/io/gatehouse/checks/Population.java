package io.gatehouse.checks;

import io.gatehouse.scoring.DuckDbEvidenceReducer;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.ReductionResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Made-up subscribers whose churn follows the same law in every segment, scored by a challenger and a champion of chosen quality, written
 * as a prediction table and reduced by the real engine.
 */
final class Population {
    private static final String DESCRIPTION = """
            {"id": "id", "label": "y", "score": "p", "split": "split", "segments": ["plan_type", "age_band", "region"],
             "baseline": {"model": "churn", "version": "1", "score": "b"}}""";
    private static final String[] PLANS = {"basic", "standard", "premium"};
    private static final String[] AGES = {"18-24", "25-44", "45+"};
    private static final String[] REGIONS = {"north", "south"};

    private double noise = 0.5;
    private double championNoise = 1.5;
    private double blindToTheYoung;
    private boolean onlyInTheNorth;
    private double shift;
    private int rows = 6000;
    private @Nullable IntFunction<String> weight;
    private boolean valued;
    private boolean worthLessWithRisk;

    static Population fairAndBetter() {
        return new Population();
    }

    /** A challenger that ranks no better than dice. */
    Population guessing() {
        noise = 40;
        return this;
    }

    /** A challenger that scores leavers of 18 to 24 too low. */
    Population blindToTheYoung() {
        blindToTheYoung = 3;
        return this;
    }

    /** A challenger that scores leavers of 18 to 24 too low where they live in the north. */
    Population blindToTheYoungOfTheNorth() {
        onlyInTheNorth = true;
        return blindToTheYoung();
    }

    /** A challenger that ranks as well, but whose scores are far too high, so that nearly everybody is contacted. */
    Population overstating() {
        shift = 4;
        championNoise = noise;
        return this;
    }

    /** Every subscriber with a weight by number, in a column w. */
    Population weighing(IntFunction<String> byNumber) {
        weight = byNumber;
        return this;
    }

    /** Every subscriber with a worth of their own, from 5 to 55 a month. */
    Population withOwnValues() {
        valued = true;
        return this;
    }

    /** A worth of their own from 0 to 20.00 a month: the surer it is that they leave, the less they are worth. */
    Population worthLessTheSurerTheyLeave() {
        worthLessWithRisk = true;
        return withOwnValues();
    }

    Population of(int count) {
        rows = count;
        return this;
    }

    EvidenceStatistics reduced(Path folder) {
        return reduced(folder, ReductionLimits.DEFAULT);
    }

    EvidenceStatistics reduced(Path folder, ReductionLimits limits) {
        return reduced(folder, limits, 0.20);
    }

    /** Counted at another acting threshold. */
    EvidenceStatistics reducedAt(Path folder, double threshold) {
        return reduced(folder, ReductionLimits.DEFAULT, threshold);
    }

    private EvidenceStatistics reduced(Path folder, ReductionLimits limits, double threshold) {
        Path table = folder.resolve("predictions.csv");
        try {
            Files.writeString(table, csv(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ReductionResult result = new DuckDbEvidenceReducer(limits).reduce(table, described(), threshold);
        return switch (result) {
            case ReductionResult.Reduced(EvidenceStatistics statistics) -> statistics;
            case ReductionResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                throw new IllegalStateException(refusal.sentence());
        };
    }

    static EvidenceDescription description() {
        return ((EvidenceDescription.Parsed) EvidenceDescription.parse(DESCRIPTION.getBytes(StandardCharsets.UTF_8)))
                .description();
    }

    private EvidenceDescription described() {
        String more = (weight == null ? "" : ", \"weight\": \"w\"") + (valued ? ", \"value\": \"worth\"" : "");
        String json = DESCRIPTION.substring(0, DESCRIPTION.lastIndexOf('}')) + more + "}";
        return ((EvidenceDescription.Parsed) EvidenceDescription.parse(json.getBytes(StandardCharsets.UTF_8)))
                .description();
    }

    private String csv() {
        Random random = new Random(42);
        StringBuilder csv = new StringBuilder("id,split,y,p,b,plan_type,age_band,region,w,worth\n");
        for (int i = 0; i < rows; i++) {
            double logit = -0.9 + 2.2 * random.nextGaussian();
            boolean leaves = random.nextDouble() < probability(logit);
            String age = AGES[random.nextInt(AGES.length)];
            double drawn = logit + noise * random.nextGaussian() + shift;
            double champion = logit + championNoise * random.nextGaussian();
            String plan = PLANS[random.nextInt(PLANS.length)];
            String region = REGIONS[random.nextInt(REGIONS.length)];
            boolean blind = age.equals("18-24") && (!onlyInTheNorth || region.equals("north"));
            double challenger = drawn - (blind ? blindToTheYoung : 0);
            csv.append(String.format(
                    Locale.ROOT,
                    "c%d,%s,%d,%.9f,%.9f,%s,%s,%s,%s,%s%n",
                    i,
                    i % 2 == 0 ? "test" : "val",
                    leaves ? 1 : 0,
                    probability(challenger),
                    probability(champion),
                    plan,
                    age,
                    region,
                    weight == null ? "" : weight.apply(i),
                    worthLessWithRisk
                            ? String.format(Locale.ROOT, "%.2f", 20 * (1 - probability(drawn)))
                            : String.valueOf(5 + i * 31 % 51)));
        }
        return csv.toString();
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
