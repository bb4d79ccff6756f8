package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.CHURN;
import static io.gatehouse.portal.samples.Story.OLD_CHURN;
import static io.gatehouse.portal.samples.Story.say;
import static io.gatehouse.portal.samples.Story.usd;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.champions.Champions;
import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.champions.ClaimedMetric;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ModelPage.VersionRow;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.champions.ProductionAnswers.Ingredient;
import io.gatehouse.champions.ProductionAnswers.MetricPair;
import io.gatehouse.champions.ProductionAnswers.NamedValue;
import io.gatehouse.champions.Tenure;
import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One champion on track, and one model that never had any. */
final class SampleChampions implements Champions {
    private final Story story;

    SampleChampions(Story story) {
        this.story = story;
    }

    @Override
    public List<ChampionSummary> summaries(Actor actor) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return List.of(churn(), oldChurn());
    }

    @Override
    public WithoutVersion withoutVersion(Actor actor, int most) {
        return new WithoutVersion(0, List.of());
    }

    @Override
    public Optional<ModelPage> page(Actor actor, String model) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return switch (model) {
            case CHURN ->
                Optional.of(new ModelPage(
                        CHURN,
                        "Ranks subscribers by how likely they are to **cancel within 30 days**, so that customer success can call them"
                                + " first.\n\n**Not for** pricing or for deciding anything without a person reading the list.",
                        churn(),
                        results(),
                        tenures(),
                        versions(),
                        new SampleDossiers(story).all()));
            case OLD_CHURN ->
                Optional.of(new ModelPage(
                        OLD_CHURN,
                        "",
                        oldChurn(),
                        List.of(),
                        List.of(),
                        List.of(new VersionRow(
                                1,
                                List.of(),
                                story.daysAgo(61),
                                "Dmitri Novak",
                                Story.runOf(91),
                                "optuna-best-trial-37",
                                "2",
                                0.7412,
                                true,
                                null,
                                null)),
                        List.of()));
            default -> Optional.empty();
        };
    }

    @Override
    public Map<String, ProductionAnswers> answers(Actor actor, Collection<String> models, Instant at) {
        Permissions.require(actor, Action.READ_REGISTRY);
        Map<String, ProductionAnswers> answers = new HashMap<>();
        models.forEach(model -> answers(model, at).ifPresent(found -> answers.put(model, found)));
        return answers;
    }

    private Optional<ProductionAnswers> answers(String model, Instant at) {
        if (!model.equals(CHURN)) {
            return model.equals(OLD_CHURN) ? Optional.of(none(at)) : Optional.empty();
        }
        if (at.isBefore(story.daysAgo(210))) {
            return Optional.of(none(at));
        }
        boolean second = at.isAfter(story.daysAgo(95));
        return Optional.of(new ProductionAnswers(
                CHURN,
                at,
                second ? 2 : 1,
                Story.runOf(second ? 2 : 1),
                second ? "xgb-final-best-lr0.03-d7" : "xgb-final-2026-q1",
                say(
                        second
                                ? "Version 2 was trained by run xgb-final-best-lr0.03-d7 with learning rate 0.03 and depth 7 on 35,020 subscribers"
                                        + " (data streamflow-v3-2024-03), and separates leavers from stayers with AUC 0.8848."
                                : "Version 1 was trained by run xgb-final-2026-q1 with learning rate 0.1 and depth 4."),
                parameters(second),
                List.of(
                        new NamedValue("data_version", "streamflow-v3-2024-03"),
                        new NamedValue("data_hash", "9ab14f0c77d2e513"),
                        new NamedValue("train_rows", "35,020"),
                        new NamedValue("val_rows", "7,480"),
                        new NamedValue("test_rows", "7,500"),
                        new NamedValue("feature_count", "19"),
                        new NamedValue("target_rate_train", "0.3251"),
                        new NamedValue("split_random_state", "42")),
                List.of(
                        new MetricPair("test_auc", 0.8848, 0.8848),
                        new MetricPair("val_auc", 0.8862, 0.8862),
                        new MetricPair("test_f1", 0.7214, 0.7214),
                        new MetricPair("test_precision", 0.7409, 0.7409),
                        new MetricPair("test_recall", 0.7029, null),
                        new MetricPair("train_time_seconds", 48.2, null)),
                say(
                        second
                                ? "It finds 91 of every 100 leavers, 6 more than version 1 did three months ago, and is worth about $3,900 a month more."
                                : "There was no champion three months before."),
                second ? 1 : null,
                say("Yes. All seven things that making it again takes are on record."),
                List.of(
                        new Ingredient("Training data fingerprint", true, "9ab14f0c77d2e513"),
                        new Ingredient("Parameters", true, "12 logged, the same in the model file"),
                        new Ingredient("Random seed", true, "42"),
                        new Ingredient("Data schema", true, "data_schema.json, 19 columns"),
                        new Ingredient("Code", true, "git 7c1d9e2"),
                        new Ingredient("Preprocessing version", true, "prep-3"),
                        new Ingredient(
                                "Library versions",
                                second,
                                second ? "requirements.txt, 41 pinned" : "log requirements.txt with the model"))));
    }

    private ProductionAnswers none(Instant at) {
        return new ProductionAnswers(
                OLD_CHURN,
                at,
                null,
                null,
                null,
                say("No version was in use on that day."),
                List.of(),
                List.of(),
                List.of(),
                say("There is nothing to compare."),
                null,
                say("There is nothing to make again."),
                List.of());
    }

    private static List<NamedValue> parameters(boolean second) {
        return List.of(
                new NamedValue("learning_rate", second ? "0.03" : "0.1"),
                new NamedValue("max_depth", second ? "7" : "4"),
                new NamedValue("n_estimators", "3000"),
                new NamedValue("early_stopping_rounds", "50"),
                new NamedValue("subsample", "0.8"),
                new NamedValue("colsample_bytree", "0.8"),
                new NamedValue("reg_alpha", second ? "0.05" : "0"),
                new NamedValue("reg_lambda", second ? "1.2" : "1"),
                new NamedValue("objective", "binary:logistic"),
                new NamedValue("eval_metric", "logloss"),
                new NamedValue("random_state", "42"),
                new NamedValue("scale_pos_weight", "2.08"));
    }

    private List<ModelPage.Result> results() {
        return SampleEvaluations.of(2, 1, story.daysAgo(95), SampleEvaluations.Fault.NOTHING).checks().stream()
                .map(check -> new ModelPage.Result(check.check(), check.verdict(), check.sentence()))
                .toList();
    }

    private ChampionSummary churn() {
        return new ChampionSummary(
                CHURN,
                "Ranks subscribers by how likely they are to cancel within 30 days.",
                2,
                Health.ON_TRACK,
                say("It finds 91 of every 100 subscribers who leave, pays for itself, and treats every segment alike."
                        + " A better candidate awaits review."),
                story.daysAgo(95),
                "Dana Ortiz",
                List.of("Priya Shah"),
                900_012L,
                "human-reviewed v1",
                Story.share("true_positive_rate", 0.911, 0.899, 0.922, 2_438),
                Story.share("precision", 0.574, 0.558, 0.590, 3_870),
                Story.auc(0.8848, 0.8771, 0.8925),
                new ClaimedFigure(
                        0.8848,
                        0.8848,
                        null,
                        say("Its run claimed an AUC of 0.8848, and the evidence gives the same."),
                        say("No outcomes yet."),
                        List.of(
                                ClaimedMetric.of(new LoggedMetric("test_auc", 0.8848, 0.8848), null),
                                ClaimedMetric.of(new LoggedMetric("test_recall", 0.7012, 0.6933), null),
                                ClaimedMetric.of(new LoggedMetric("test_log_loss", 0.3721, 0.3702), null)),
                        null),
                new ChampionSummary.MoneyRange(usd(38_400), usd(46_200), usd(54_100), 50_000, 0.56),
                new ChampionSummary.Fairness(
                        Verdict.PASS,
                        say(
                                "It finds leavers equally well in every plan, region and age band; the widest gap is in ages 18 to 24, at 0.94 of"
                                        + " the best-served group."),
                        "age_band",
                        "18-24",
                        0.94,
                        0.8,
                        Verdict.PASS),
                "2026-07-31",
                story.daysAgo(96),
                new ChampionSummary.Before(
                        1, story.daysAgo(95), say("6 more of every 100 leavers found than with version 1.")),
                1,
                1);
    }

    private ChampionSummary oldChurn() {
        return new ChampionSummary(
                OLD_CHURN,
                "An earlier attempt with 50 automatic trials.",
                null,
                Health.NOT_KNOWN,
                say(
                        "No version has been approved. Its one version is below the floor of AUC 0.78 and cannot be promoted."),
                null,
                "",
                List.of(),
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                0,
                1);
    }

    private List<Tenure> tenures() {
        return List.of(
                new Tenure(
                        2,
                        story.daysAgo(95),
                        null,
                        900_012L,
                        "Dana Ortiz",
                        List.of("Priya Shah"),
                        "human-reviewed v1",
                        0.8848,
                        6.16,
                        null),
                new Tenure(
                        1,
                        story.daysAgo(210),
                        story.daysAgo(95),
                        3L,
                        "Dmitri Novak",
                        List.of("Ravi Menon"),
                        "human-reviewed v1",
                        0.8579,
                        5.64,
                        null));
    }

    private List<VersionRow> versions() {
        return List.of(
                version(
                        5,
                        List.of("candidate"),
                        2,
                        "Dana Ortiz",
                        "xgb-optin-feature-lr0.03",
                        0.8871,
                        900_042L,
                        "AWAITING_REVIEW"),
                version(4, List.of(), 19, "Dana Ortiz", "xgb-shallow-lr0.05-d5", 0.8843, 900_031L, "REJECTED"),
                version(3, List.of(), 40, "Dmitri Novak", "xgb-web-cohort-lr0.03", 0.8856, 900_027L, "REJECTED"),
                version(
                        2,
                        List.of("champion"),
                        97,
                        "Dana Ortiz",
                        "xgb-final-best-lr0.03-d7",
                        0.8848,
                        900_012L,
                        "EXECUTED"),
                version(1, List.of("2026-q1"), 212, "Dmitri Novak", "xgb-final-2026-q1", 0.8579, 3L, "EXECUTED"));
    }

    private VersionRow version(
            int number,
            List<String> aliases,
            int daysAgo,
            String by,
            String run,
            double auc,
            long request,
            String state) {
        return new VersionRow(
                number,
                aliases,
                story.daysAgo(daysAgo),
                by,
                Story.runOf(number),
                run,
                Story.EXPERIMENT,
                auc,
                false,
                request,
                state);
    }
}
