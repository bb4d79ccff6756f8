package io.gatehouse.scoring.models;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an XGBoost model file says of itself.
 *
 * @param sha256 of the model file
 * @param modelClass that MLflow restores, such as {@code xgboost.core.Booster}
 * @param savedBy version of XGBoost that wrote the file; absent if it does not say
 * @param booster {@code gbtree}, {@code dart} or {@code gblinear}
 * @param objective such as {@code binary:logistic}
 * @param rounds boosted
 * @param trees in the file; 0 for a linear model
 * @param deepestTree levels of decisions of the deepest tree; 0 for a linear model
 * @param mostLeaves of one tree
 * @param bestIteration counted from 0, where training with early stopping left it
 * @param features names in the order of the model; empty if it was trained without names
 * @param featureTypes as XGBoost tells them, such as {@code float}, {@code int}, {@code i} (yes or no), {@code c} (a category)
 * @param params that the file holds, as text, by XGBoost's own name; a model file keeps what scoring needs, so most that only steered
 *     the training are not among them
 */
public record ModelFacts(
        String sha256,
        String modelClass,
        @Nullable String savedBy,
        String booster,
        String objective,
        int rounds,
        int trees,
        int deepestTree,
        int mostLeaves,
        @Nullable Integer bestIteration,
        List<String> features,
        List<String> featureTypes,
        SortedMap<String, String> params) {

    public ModelFacts {
        features = List.copyOf(features);
        featureTypes = List.copyOf(featureTypes);
        params = new TreeMap<>(Map.copyOf(params));
    }
}
