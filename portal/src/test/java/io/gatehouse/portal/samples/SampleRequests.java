package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.say;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.samples.SampleEvaluations.Fault;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.PromotionDossier.HistoryLine;
import io.gatehouse.promotion.PromotionDossier.Vote;
import io.gatehouse.promotion.PromotionDossier.YourVote;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request in each state that a reviewer can meet it in. */
public final class SampleRequests {
    /** The numbers that are known, by what they show; no test asks for so many requests of its own that they meet. */
    public static final long IN_REVIEW = 900_042;

    public static final long WORTH_LESS = 900_031;
    public static final long UNFAIR = 900_027;
    public static final long EXECUTED = 900_012;
    public static final long EVALUATING = 900_043;
    public static final long WITHOUT_EVIDENCE = 900_044;
    public static final long WITHDRAWN = 900_045;
    public static final long OUTDATED = 900_046;
    public static final long UNFAIR_IN_REVIEW = 900_047;
    public static final long CHANGED = 900_048;
    public static final long SCHEDULED = 900_049;
    public static final long SCHEDULES = 900_050;

    /** When the last two come into use, the one approved, the other if it is. */
    public static final Instant MOMENT = Instant.parse("2027-01-04T06:00:00Z");

    private static final Sentence NO_TABLE = Sentences.say("evidence.table.absent", "run", "brave-lynx-7", "place", "");

    private final Story story;

    public SampleRequests(Story story) {
        this.story = story;
    }

    public Optional<PromotionDossier> dossier(Actor actor, long number) {
        return Optional.ofNullable(
                switch ((int) number) {
                    case (int) IN_REVIEW ->
                        request(
                                actor,
                                number,
                                5,
                                RequestState.AWAITING_REVIEW,
                                Fault.NOTHING,
                                "Needs 1 approval from a reviewer who neither asked nor trained.",
                                null);
                    case (int) WORTH_LESS ->
                        request(
                                actor,
                                number,
                                4,
                                RequestState.REJECTED,
                                Fault.WORTH_LESS,
                                "Rejected by Priya Shah: worth $1.31 less per customer than the version in use.",
                                vote(
                                        Choice.REJECT,
                                        "An AUC like the champion’s, but it flags 230 more stayers. Not worth the offers.",
                                        true));
                    case (int) UNFAIR ->
                        request(
                                actor,
                                number,
                                3,
                                RequestState.REJECTED,
                                Fault.UNFAIR,
                                "Rejected by Priya Shah: finds only 66 of 100 leavers aged 18-24.",
                                vote(Choice.REJECT, "Trained on web sign-ups only; the young are on mobile.", true));
                    case (int) EXECUTED ->
                        request(
                                actor,
                                number,
                                2,
                                RequestState.EXECUTED,
                                Fault.NOTHING,
                                "In use since it was approved by Priya Shah.",
                                vote(Choice.APPROVE, "Meets all targets.", true));
                    case (int) EVALUATING ->
                        request(actor, number, 6, RequestState.EVALUATING, null, "The checks are running.", null);
                    case (int) WITHOUT_EVIDENCE ->
                        request(
                                actor,
                                number,
                                7,
                                RequestState.CHANGES_REQUESTED,
                                null,
                                "Needs the requester: " + NO_TABLE.english(),
                                null);
                    case (int) WITHDRAWN ->
                        request(
                                actor,
                                number,
                                8,
                                RequestState.WITHDRAWN,
                                Fault.NOTHING,
                                "Withdrawn by Dana Ortiz.",
                                null);
                    case (int) OUTDATED ->
                        request(
                                actor,
                                number,
                                9,
                                RequestState.OUTDATED,
                                Fault.NOTHING,
                                "Out of date: version 5 is in use now, so earlier votes no longer count. Ask again to compare with it.",
                                vote(Choice.APPROVE, "", false));
                    case (int) UNFAIR_IN_REVIEW ->
                        request(
                                actor,
                                number,
                                10,
                                RequestState.AWAITING_REVIEW,
                                Fault.UNFAIR,
                                "Blocked: fairness by segment failed. Needs a better version, or an override by two people.",
                                null);
                    case (int) CHANGED ->
                        request(
                                actor,
                                number,
                                11,
                                RequestState.AWAITING_REVIEW,
                                Fault.NOTHING,
                                "The approvals no longer hold, since this changed after the checks ran: the value assumptions:"
                                        + " version 3 → 4. Have the checks run again.",
                                vote(Choice.APPROVE, "", false));
                    case (int) SCHEDULED ->
                        request(
                                actor,
                                number,
                                12,
                                RequestState.APPROVED,
                                Fault.NOTHING,
                                "Priya Shah gave the last approval: version 12 becomes champion on Monday 4 Jan 2027.",
                                vote(Choice.APPROVE, "", true));
                    case (int) SCHEDULES ->
                        request(
                                actor,
                                number,
                                13,
                                RequestState.AWAITING_REVIEW,
                                Fault.NOTHING,
                                "Needs one approval by a reviewer.",
                                null);
                    default -> null;
                });
    }

    private PromotionDossier request(
            Actor actor,
            long number,
            int version,
            RequestState state,
            @Nullable Fault fault,
            String status,
            @Nullable Vote vote) {
        int champion = version <= 2 ? 1 : 2;
        Instant asked = story.daysAgo(2);
        Evaluation evaluation =
                fault == null ? null : SampleEvaluations.of(version, champion, asked.plusSeconds(9), fault);
        List<HistoryLine> history = new ArrayList<>();
        history.add(new HistoryLine(
                asked, "Dana Ortiz", say("Dana Ortiz asked to make version " + version + " champion.")));
        if (evaluation != null) {
            history.add(new HistoryLine(
                    evaluation.at(), "Gatehouse", say("The checks ran as evaluation EV-" + evaluation.number() + ".")));
        }
        return new PromotionDossier(
                new UUID(42, number),
                number,
                Story.CHURN,
                version,
                champion,
                "champion",
                Use.HUMAN_REVIEWED,
                state,
                "Dana Ortiz",
                "Dana Ortiz",
                asked,
                "Adds the autoplay opt-in flag; finds more leavers on the basic plan.",
                say(status),
                evaluation == null ? List.of() : recommendation(fault == Fault.NOTHING),
                evaluation,
                problem(state, evaluation),
                vote == null ? List.of() : List.of(vote),
                1,
                history,
                yourVote(actor, state, fault),
                new PromotionDossier.Origin(
                        Story.runOf(version),
                        "xgb-optin-feature-lr0.03",
                        "9ab14f0c77d2e513",
                        "streamflow-v3-2024-03",
                        "7c1d9e2b40aa61c9f3e8d5b7a0c4e1f29d836b51"),
                number == CHANGED ? List.of(say("the value assumptions: version 3 → 4")) : List.of(),
                new PromotionDossier.Waiting(
                        null,
                        List.of(new PromotionDossier.Seat("REVIEWER", false)),
                        number == SCHEDULED || number == SCHEDULES ? MOMENT : null),
                number == IN_REVIEW ? SampleDiscussions.about(asked) : List.of(),
                List.of(),
                evaluation == null ? "" : evaluation.digest());
    }

    private static @Nullable Sentence problem(RequestState state, @Nullable Evaluation evaluation) {
        return evaluation == null && state != RequestState.EVALUATING ? NO_TABLE : null;
    }

    private static List<Sentence> recommendation(boolean good) {
        return good
                ? List.of(
                        say(
                                "The candidate finds 2 more of every 100 leavers than the version in use, at the same number of contacts."),
                        say("It serves every segment about equally and is worth about $1,000 a month more."),
                        say(
                                "This would be wrong if leavers of this autumn differ from those of the snapshot of 31 Oct."))
                : List.of(
                        say("The candidate should not take over as it is."),
                        say(
                                "One thing that the policy asks for is not met; the checks below say which, and by how much."));
    }

    private static YourVote yourVote(Actor actor, RequestState state, @Nullable Fault fault) {
        if (!state.open()) {
            return new YourVote(false, say("The request is closed."), false, null, false, false, List.of());
        }
        if (actor.person().displayName().equals("Dana Ortiz")) {
            return new YourVote(
                    false,
                    say("You asked for this, so someone else must approve."),
                    false,
                    null,
                    true,
                    true,
                    List.of());
        }
        if (!actor.person().has(Role.REVIEWER)) {
            return new YourVote(
                    false,
                    say("Voting takes the role reviewer; you can read everything."),
                    false,
                    null,
                    false,
                    false,
                    List.of());
        }
        if (fault == null) {
            return new YourVote(
                    false,
                    say("There is nothing to vote on until the checks have run."),
                    false,
                    null,
                    false,
                    false,
                    List.of());
        }
        return fault == Fault.NOTHING
                ? new YourVote(true, null, true, null, true, false, List.of())
                : new YourVote(
                        true,
                        null,
                        false,
                        say("A failed check stands in the way of approving. Two people can override it until a date."),
                        true,
                        false,
                        List.of());
    }

    private Vote vote(Choice choice, String reason, boolean current) {
        return new Vote("Priya Shah", "REVIEWER", choice, reason, story.daysAgo(1), current, "");
    }
}
