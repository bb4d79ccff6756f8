package io.gatehouse.champions;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three questions of a vice president, answered for one model at one moment: which hyperparameters, data and metrics made the
 * version in use; how does it compare with that of three months earlier; can we make it again.
 *
 * @param model name
 * @param at the moment asked about
 * @param champion version in use then; absent if none was
 * @param run that trained it
 * @param runName of that run
 * @param which first answer in a sentence
 * @param parameters as logged, by name
 * @param data fingerprint facts, by name
 * @param metrics as logged and as recomputed
 * @param against second answer in a sentence
 * @param earlierVersion champion three months before; absent if none was or it is the same
 * @param reproducible third answer in a sentence
 * @param ingredients what making it again takes, each there or missing
 */
public record ProductionAnswers(
        String model,
        Instant at,
        @Nullable Integer champion,
        @Nullable String run,
        @Nullable String runName,
        Sentence which,
        List<NamedValue> parameters,
        List<NamedValue> data,
        List<MetricPair> metrics,
        Sentence against,
        @Nullable Integer earlierVersion,
        Sentence reproducible,
        List<Ingredient> ingredients) {

    public ProductionAnswers {
        parameters = List.copyOf(parameters);
        data = List.copyOf(data);
        metrics = List.copyOf(metrics);
        ingredients = List.copyOf(ingredients);
    }

    /**
     * @param name under which it was logged
     * @param value as logged
     * @param made what the model was made with, by its own file, where that is something else
     */
    public record NamedValue(
            String name, String value, @Nullable String made) {
        public NamedValue(String name, String value) {
            this(name, value, null);
        }
    }

    /**
     * @param name of the metric
     * @param logged by the run; absent if it did not
     * @param recomputed from evidence; absent if evidence does not hold it
     */
    public record MetricPair(
            String name, @Nullable Double logged, @Nullable Double recomputed) {}

    /**
     * @param name such as “data fingerprint”
     * @param present whether it is on record
     * @param detail the value, or what is missing and how to supply it
     */
    public record Ingredient(String name, boolean present, String detail) {}
}
