package io.gatehouse.scoring.models;

import io.gatehouse.scoring.models.ParamComparison.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the params that a run logged against the model file that came out of it. Params go by the names of XGBoost's native interface
 * and of its scikit-learn interface alike.
 */
public final class SaidAndDone {

    private static final Map<String, String> NATIVE_NAMES = Map.of(
            "num_boost_round",
            "n_estimators",
            "num_boosting_rounds",
            "n_estimators",
            "best_ntree_limit",
            "n_estimators");

    /** Half a unit of float32's last place, with room for one more rounding on the way to text. */
    private static final double FLOAT32 = 1.2e-7;

    private SaidAndDone() {}

    /** @return one comparison for each logged param, in order of the names */
    public static List<ParamComparison> compare(Map<String, String> logged, ModelFacts facts) {
        return new TreeMap<>(logged)
                .entrySet().stream()
                        .map(param -> compare(param.getKey(), param.getValue().strip(), facts))
                        .toList();
    }

    private static ParamComparison compare(String name, String said, ModelFacts facts) {
        if (notSet(said)) {
            return new ParamComparison(
                    name,
                    said,
                    facts.params().get(name),
                    facts.params().containsKey(name) ? Standing.CONSISTENT : Standing.NOT_IN_FILE);
        }
        String key = NATIVE_NAMES.getOrDefault(name, name);
        return switch (key) {
            case "n_estimators" -> rounds(name, said, facts);
            case "max_depth" -> atMost(name, said, facts.deepestTree(), facts.trees() > 0);
            case "max_leaves" -> atMost(name, said, facts.mostLeaves(), facts.trees() > 0);
            default -> held(name, said, facts.params().get(key));
        };
    }

    /** Autologging writes None for what was not set. */
    private static boolean notSet(String said) {
        return said.isEmpty() || said.equalsIgnoreCase("none") || said.equalsIgnoreCase("null");
    }

    private static ParamComparison held(String name, String said, @Nullable String done) {
        if (done == null) {
            return new ParamComparison(name, said, null, Standing.NOT_IN_FILE);
        }
        return new ParamComparison(name, said, done, same(said, done) ? Standing.AGREES : Standing.DIFFERS);
    }

    /** The number of rounds asked for is an upper bound: early stopping ends sooner, and may cut the model back to its best. */
    private static ParamComparison rounds(String name, String said, ModelFacts facts) {
        OptionalDouble number = number(said);
        String done = Integer.toString(facts.rounds());
        if (number.isEmpty() || number.getAsDouble() < facts.rounds()) {
            return new ParamComparison(name, said, done, Standing.DIFFERS);
        }
        return new ParamComparison(
                name, said, done, number.getAsDouble() == facts.rounds() ? Standing.AGREES : Standing.CONSISTENT);
    }

    /** A bound that trees may stay below; 0 means none. */
    private static ParamComparison atMost(String name, String said, int reached, boolean hasTrees) {
        OptionalDouble number = number(said);
        if (!hasTrees || number.isEmpty()) {
            return new ParamComparison(name, said, null, Standing.NOT_IN_FILE);
        }
        boolean within = number.getAsDouble() == 0 || reached <= number.getAsDouble();
        return new ParamComparison(name, said, "at most " + reached, within ? Standing.CONSISTENT : Standing.DIFFERS);
    }

    private static boolean same(String said, String done) {
        OptionalDouble left = number(said);
        OptionalDouble right = number(done);
        if (left.isPresent() && right.isPresent()) {
            double difference = Math.abs(left.getAsDouble() - right.getAsDouble());
            return difference <= FLOAT32 * Math.max(Math.abs(left.getAsDouble()), Math.abs(right.getAsDouble()));
        }
        return said.toLowerCase(Locale.ROOT).equals(done.toLowerCase(Locale.ROOT));
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException word) {
            return OptionalDouble.empty();
        }
    }
}
