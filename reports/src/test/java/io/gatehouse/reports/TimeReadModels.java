package io.gatehouse.reports;

import static io.gatehouse.reports.ReadModels.MODEL;
import static io.gatehouse.reports.ReadModels.NOW;
import static io.gatehouse.reports.ReadModels.said;

import io.gatehouse.champions.ChampionThen;
import io.gatehouse.champions.FiguresThen;
import io.gatehouse.champions.QuarterInReview;
import io.gatehouse.champions.QuarterInReview.AcceptedCheck;
import io.gatehouse.champions.QuarterInReview.Change;
import io.gatehouse.champions.QuarterInReview.Decision;
import io.gatehouse.champions.QuarterInReview.Happening;
import io.gatehouse.champions.QuarterInReview.ModelQuarter;
import io.gatehouse.champions.QuarterInReview.Span;
import io.gatehouse.champions.Quarters;
import io.gatehouse.champions.Quarters.Standing;
import io.gatehouse.champions.Tenure;
import io.gatehouse.champions.Timeline;
import io.gatehouse.champions.Timeline.Event;
import io.gatehouse.champions.Timeline.Kind;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.RequestState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Champions of the past, with text that is hard to write and with gaps. */
final class TimeReadModels {
    private static final List<Tenure> TENURES = ReadModels.modelPage().tenures();

    private TimeReadModels() {}

    /** One on good figures, one whose evaluation is not on record, one that never was. */
    static List<ChampionThen> champions() {
        return List.of(
                champion(MODEL, 0, 0.8848),
                new ChampionThen(ReadModels.EVIL, TENURES.get(2), null, said("Version 0, in use since 1 Feb 2026.")),
                new ChampionThen("waiting", null, null, said("No version was in use, and none has ever been.")));
    }

    static Timeline timeline() {
        return new Timeline(MODEL, TENURES, events());
    }

    static Quarters quarters() {
        return new Quarters(
                MODEL,
                standing("2026-Q4", "Q4 2026", NOW, false, champion(MODEL, 0, 0.8848)),
                standing(
                        "2026-Q2",
                        "Q2 2026",
                        Instant.parse("2026-06-30T21:59:59.999Z"),
                        true,
                        champion(MODEL, 1, 0.8421)),
                said("Version 3 finds 83 of every 100 customers who leave, version 1 found 77: clearly more."),
                events());
    }

    /** A model whose version was replaced, one that came into use, and one that waits. */
    static QuarterInReview quarter() {
        List<ChampionThen> now = champions();
        ChampionThen nobody = now.getLast();
        return new QuarterInReview(
                new Span("2026-Q4", "Q4 2026", NOW, false),
                new Span("2026-Q3", "Q3 2026", Instant.parse("2026-09-30T21:59:59.999Z"), true),
                List.of(
                        said("In Q4 2026, which is not over, 2 of 3 models have a version in use."),
                        said("2 requests were decided in that time: 1 approved, 1 rejected.")),
                List.of(
                        new ModelQuarter(
                                MODEL,
                                Change.REPLACED,
                                now.getFirst(),
                                champion(MODEL, 1, 0.8421),
                                said("Version 3 finds 83 of every 100 customers who leave, version 1 found 77.")),
                        new ModelQuarter(
                                ReadModels.EVIL,
                                Change.FIRST,
                                now.get(1),
                                nobody,
                                said("No version was in use at the end of Q3 2026.")),
                        new ModelQuarter("waiting", Change.NONE, nobody, nobody, said("No version was in use."))),
                List.of(new Happening(MODEL, events().getLast()), new Happening("", events().getFirst())),
                List.of(decision(44, RequestState.EXECUTED), decision(45, RequestState.REJECTED)),
                List.of(new AcceptedCheck(
                        3,
                        44,
                        MODEL,
                        3,
                        CheckName.FAIRNESS,
                        ReadModels.EVIL,
                        "Ravi Menon",
                        Instant.parse("2026-10-02T10:00:00Z"),
                        Instant.parse("2026-12-31T22:59:59.999Z"))));
    }

    private static Decision decision(long number, RequestState state) {
        return new Decision(
                number, MODEL, 3, Use.HUMAN_REVIEWED, state, ReadModels.EVIL, Instant.parse("2026-10-03T10:00:00Z"));
    }

    private static Standing standing(String quarter, String words, Instant until, boolean over, ChampionThen champion) {
        return new Standing(quarter, words, until, over, TENURES, champion);
    }

    private static ChampionThen champion(String model, int tenure, double auc) {
        return new ChampionThen(
                model,
                TENURES.get(tenure),
                new FiguresThen(
                        ReadModels.figure("auc", auc, auc - 0.008, auc + 0.008, Unit.INDEX),
                        ReadModels.figure("true_positive_rate", 0.831, 0.815, 0.846, Unit.SHARE),
                        ReadModels.figure("precision", 0.512, 0.496, 0.528, Unit.SHARE),
                        3.47,
                        ReadModels.dollars(62_410.5),
                        Verdict.PASS,
                        "It finds leavers about equally well in every plan.",
                        ReadModels.claimed(),
                        ReadModels.POLICY,
                        1,
                        "EV-7",
                        ReadModels.SHA,
                        "cd".repeat(32),
                        NOW.minusSeconds(90_000)),
                said("Version " + TENURES.get(tenure).version() + ", approved by Priya Shah."));
    }

    private static List<Event> events() {
        return List.of(
                event("2026-09-01T10:00:00Z", Kind.POLICY_CHANGED, "Policy human-reviewed version 2 came.", null),
                event("2026-08-21T13:00:00Z", Kind.PROMOTED, "Version 3 came into use.", 43L));
    }

    private static Event event(String at, Kind kind, String words, @Nullable Long request) {
        return new Event(
                Instant.parse(at),
                kind,
                said(words),
                request == null ? null : 3,
                request,
                null,
                request == null ? 2 : null);
    }
}
