package io.gatehouse.scoring.models;

import io.gatehouse.scoring.FeatureSample;
import io.gatehouse.scoring.FeatureSampleReader;
import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.Refusal;
import io.gatehouse.scoring.RefusalCode;
import io.gatehouse.scoring.models.Rescoring.NotVerified;
import java.util.List;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** Loads models with an XGBoost in this process, which a hostile file can take down: for workers alone. */
public final class XgboostModelReader implements ModelReader {

    private final ReductionLimits limits;

    public XgboostModelReader(ReductionLimits limits) {
        this.limits = limits;
    }

    @Override
    public ModelReading read(ModelFiles model) {
        return switch (LoadedBooster.load(model)) {
            case LoadedBooster.Failed(Refusal refusal) -> new ModelReading.Unreadable(refusal);
            case LoadedBooster.Done(LoadedBooster booster) -> {
                try (booster) {
                    yield new ModelReading.Loaded(booster.facts());
                }
            }
        };
    }

    @Override
    public Inspection inspect(RescoringRequest request) {
        return switch (LoadedBooster.load(request.model())) {
            case LoadedBooster.Failed(Refusal refusal) ->
                new Inspection(new ModelReading.Unreadable(refusal), new NotVerified(refusal));
            case LoadedBooster.Done(LoadedBooster booster) -> {
                try (booster) {
                    yield new Inspection(new ModelReading.Loaded(booster.facts()), rescore(booster, request));
                }
            }
        };
    }

    private Rescoring rescore(LoadedBooster booster, RescoringRequest request) {
        Refusal unfit = unfit(booster.facts());
        if (unfit != null) {
            return new NotVerified(unfit);
        }
        return switch (new FeatureSampleReader(limits)
                .draw(
                        request.table(),
                        request.description(),
                        request.features(),
                        booster.facts().features(),
                        request.rows(),
                        request.seed())) {
            case FeatureSample.NotDrawn(Refusal reason) -> new NotVerified(reason);
            case FeatureSample.Drawn(FeatureSample sample) -> compare(booster, sample);
        };
    }

    private static @Nullable Refusal unfit(ModelFacts facts) {
        if (facts.features().isEmpty()) {
            return Refusal.of(RefusalCode.FEATURES_UNNAMED);
        }
        int category = facts.featureTypes().indexOf("c");
        return category < 0
                ? null
                : Refusal.of(
                        RefusalCode.FEATURES_CATEGORICAL,
                        "feature",
                        category < facts.features().size() ? facts.features().get(category) : "one of its features");
    }

    /** The rounds that MLflow would use come first; the others count too, since a script may predict as it likes. */
    private static Rescoring compare(LoadedBooster booster, FeatureSample sample) {
        Rescoring first = null;
        for (int rounds : roundsToTry(booster.facts())) {
            Rescoring found = compare(booster, sample, rounds);
            if (found instanceof Rescoring.Agrees) {
                return found;
            }
            first = first == null ? found : first;
        }
        return first == null ? new NotVerified(Refusal.of(RefusalCode.FEATURES_OF_OTHERS)) : first;
    }

    /**
     * A plain booster predicts with all its rounds, the scikit-learn classes with those up to the best iteration
     * (https://github.com/dmlc/xgboost/blob/release_3.0.0/python-package/xgboost/sklearn.py, _get_iteration_range).
     */
    private static List<Integer> roundsToTry(ModelFacts facts) {
        Integer best = facts.bestIteration();
        int all = facts.rounds();
        if (best == null || best + 1 >= all || facts.booster().equals("gblinear")) {
            return List.of(all);
        }
        int upToBest = best + 1;
        return facts.modelClass().contains("sklearn") ? List.of(upToBest, all) : List.of(all, upToBest);
    }

    private static Rescoring compare(LoadedBooster booster, FeatureSample sample, int rounds) {
        float[][] given;
        try {
            given = booster.predict(
                    values(sample),
                    sample.rows().size(),
                    rounds == booster.facts().rounds() ? 0 : rounds);
        } catch (XGBoostError fault) {
            return new NotVerified(Refusal.of(RefusalCode.FEATURES_UNUSABLE, "fault", LoadedBooster.firstLine(fault)));
        }
        if (given.length != sample.rows().size() || given[0].length != 1) {
            return new NotVerified(Refusal.of(
                    RefusalCode.MODEL_OUTPUT_UNKNOWN,
                    "objective",
                    booster.facts().objective(),
                    "outputs",
                    given.length == 0 ? 0 : given[0].length));
        }
        boolean margin = booster.facts().objective().equals("binary:logitraw");
        double[] scores = Stream.of(given)
                .mapToDouble(row -> margin ? 1 / (1 + Math.exp(-row[0])) : row[0])
                .toArray();
        return compare(sample, scores, rounds);
    }

    private static Rescoring compare(FeatureSample sample, double[] given, int rounds) {
        double worst = 0;
        int worstRow = 0;
        long differing = 0;
        for (int i = 0; i < given.length; i++) {
            double difference = Math.abs(sample.rows().get(i).score() - given[i]);
            // Written so that what is not a number differs.
            differing += difference <= RescoringRequest.TOLERANCE ? 0 : 1;
            if (!(difference <= worst)) {
                worst = difference;
                worstRow = i;
            }
        }
        if (differing == 0) {
            return new Rescoring.Agrees(given.length, sample.of(), worst, rounds);
        }
        FeatureSample.Row row = sample.rows().get(worstRow);
        return new Rescoring.Disagrees(
                given.length, sample.of(), differing, new Rescoring.Example(row.id(), row.score(), given[worstRow]));
    }

    private static float[] values(FeatureSample sample) {
        int width = sample.rows().getFirst().values().length;
        float[] values = new float[sample.rows().size() * width];
        for (int i = 0; i < sample.rows().size(); i++) {
            System.arraycopy(sample.rows().get(i).values(), 0, values, i * width, width);
        }
        return values;
    }
}
