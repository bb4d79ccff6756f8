package io.gatehouse.reports;

import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.champions.QuarterInReview;
import io.gatehouse.checks.Finding.Remark;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.SegmentFigures.Unjudged;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Words;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What each word for a state of the world calls for, and with that its fill. The words themselves are those of the screens. */
final class Statuses {
    static final Map<String, Status> VERDICTS = of(Verdict.values(), Statuses::of);
    /** The group that the others are compared with has no verdict of its own, and neither has one of too few. */
    static final Map<String, Status> SEGMENT_VERDICTS =
            and(and(VERDICTS, Words.of(Unjudged.REFERENCE), Status.NONE), Words.of(Unjudged.TOO_FEW), Status.NONE);

    /** What a check looked at: some of it tells something and judges nothing. */
    static final Map<String, Status> FINDINGS = and(
            and(VERDICTS, Words.of(Remark.FOR_INFORMATION), Status.NONE), Words.of(Remark.WORTH_KNOWING), Status.WATCH);

    static final Map<String, Status> CHANGES = ordered(
            change(Change.BETTER),
            Status.OK,
            change(Change.WORSE),
            Status.ACT,
            change(Change.TOO_CLOSE_TO_CALL),
            Status.WATCH);
    static final Map<String, Status> HEALTH = of(Health.values(), Statuses::of);
    static final Map<String, Status> REQUEST_STATES = of(RequestState.values(), Statuses::of);
    static final Map<String, Status> QUARTER_CHANGES = of(QuarterInReview.Change.values(), Statuses::of);
    static final Map<String, Status> CHOICES = ordered(
            Words.of(Choice.APPROVE),
            Status.OK,
            Words.of(Choice.REJECT),
            Status.ACT,
            Words.of(Choice.REQUEST_CHANGES),
            Status.WATCH);
    static final Map<String, Status> MOVEMENTS =
            ordered(Words.of(Movement.NEW), Status.INFO, Words.of(Movement.UP), Status.WATCH);
    static final Map<String, Status> PRESENCE = ordered("On record", Status.OK, "Missing", Status.ACT);

    /** Bands as risk lists name them, highest first. */
    static final List<String> BANDS = List.of("very high", "high", "raised");

    static final Map<String, Status> BAND_STATUSES =
            ordered(band(BANDS.get(0)), Status.ACT, band(BANDS.get(1)), Status.WATCH, band(BANDS.get(2)), Status.INFO);

    static final List<String> OUTCOMES = List.of("To call", "Called", "Saved", "Lost");
    static final Map<String, Status> OUTCOME_STATUSES =
            ordered("Called", Status.INFO, "Saved", Status.OK, "Lost", Status.ACT);

    private Statuses() {}

    static String segment(SegmentFigures segment) {
        return segment.verdictInWords(Language.ENGLISH);
    }

    /** “Better”; a dash where nothing is better or worse. */
    static String change(Change change) {
        return change == Change.NONE ? "–" : Words.sentenceCase(Words.of(change));
    }

    /** “Very high”. */
    static String band(String band) {
        return Words.sentenceCase(band);
    }

    static Status of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Status.OK;
            case FAIL, ERROR -> Status.ACT;
            case INCONCLUSIVE -> Status.WATCH;
            case NOT_APPLICABLE -> Status.NONE;
        };
    }

    static Status of(Health health) {
        return switch (health) {
            case ON_TRACK -> Status.OK;
            case WATCH -> Status.WATCH;
            case ACT_NOW -> Status.ACT;
            case NOT_KNOWN -> Status.NONE;
        };
    }

    static Status of(RequestState state) {
        return switch (state) {
            case EXECUTED -> Status.OK;
            case APPROVED, DRAFT, EVALUATING, AWAITING_REVIEW -> Status.INFO;
            case CHANGES_REQUESTED, OUTDATED -> Status.WATCH;
            case REJECTED, ROLLED_BACK -> Status.ACT;
            case WITHDRAWN, EXPIRED -> Status.NONE;
        };
    }

    static Status of(QuarterInReview.Change change) {
        return switch (change) {
            case REPLACED, FIRST -> Status.OK;
            case GONE -> Status.WATCH;
            case SAME, NONE -> Status.NONE;
        };
    }

    private static <S extends Enum<S>> Map<String, Status> of(S[] states, Function<S, Status> status) {
        Map<String, Status> statuses = new LinkedHashMap<>();
        Arrays.stream(states).forEach(state -> statuses.put(Words.of(state), status.apply(state)));
        return Collections.unmodifiableMap(statuses);
    }

    /** Words and statuses by turns, in an order that does not change from one run to the next. */
    private static Map<String, Status> ordered(Object... wordsAndStatuses) {
        Map<String, Status> statuses = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndStatuses.length; i += 2) {
            statuses.put((String) wordsAndStatuses[i], (Status) wordsAndStatuses[i + 1]);
        }
        return Collections.unmodifiableMap(statuses);
    }

    private static Map<String, Status> and(Map<String, Status> others, String word, Status status) {
        Map<String, Status> statuses = new LinkedHashMap<>(others);
        statuses.put(word, status);
        return Collections.unmodifiableMap(statuses);
    }
}
