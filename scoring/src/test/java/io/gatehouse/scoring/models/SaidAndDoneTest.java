package io.gatehouse.scoring.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.scoring.models.ParamComparison.Standing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidAndDoneTest {

    /** 120 rounds of trees up to six deep, with an objective weighted by float32's 2.0773. */
    private static final ModelFacts FACTS = new ModelFacts(
            "0".repeat(64),
            "xgboost.core.Booster",
            "3.0.5",
            "gbtree",
            "binary:logistic",
            120,
            120,
            6,
            41,
            119,
            List.of("hours"),
            List.of("float"),
            new TreeMap<>(Map.of(
                    "scale_pos_weight", "2.07730007",
                    "objective", "binary:logistic",
                    "booster", "gbtree",
                    "num_parallel_tree", "1")));

    @ParameterizedTest
    @CsvSource({
        "scale_pos_weight, 2.0773, AGREES",
        "scale_pos_weight, 2.0774, DIFFERS",
        "scale_pos_weight, 1, DIFFERS",
        "scale_pos_weight, None, CONSISTENT",
        "objective, Binary:Logistic, AGREES",
        "objective, reg:squarederror, DIFFERS",
        "n_estimators, 120, AGREES",
        "n_estimators, 3000, CONSISTENT",
        "n_estimators, 100, DIFFERS",
        "num_boost_round, 119, DIFFERS",
        "max_depth, 6, CONSISTENT",
        "max_depth, 0, CONSISTENT",
        "max_depth, 5, DIFFERS",
        "max_leaves, 40, DIFFERS",
        "num_parallel_tree, 1.0, AGREES",
        "learning_rate, 0.03, NOT_IN_FILE",
        "random_state, 42, NOT_IN_FILE"
    })
    void aParamIsHeldAgainstTheFile(String name, String said, Standing standing) {
        assertThat(SaidAndDone.compare(Map.of(name, said), FACTS))
                .extracting(ParamComparison::standing)
                .containsExactly(standing);
    }

    @Test
    void whatWasDoneStandsBesideWhatWasSaidInOrderOfTheNames() {
        assertThat(SaidAndDone.compare(Map.of("scale_pos_weight", "1.5", "max_depth", "7", "seed", "42"), FACTS))
                .containsExactly(
                        new ParamComparison("max_depth", "7", "at most 6", Standing.CONSISTENT),
                        new ParamComparison("scale_pos_weight", "1.5", "2.07730007", Standing.DIFFERS),
                        new ParamComparison("seed", "42", null, Standing.NOT_IN_FILE));
    }
}
