package io.gatehouse.reports;

import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.comparison.Comparison.Kind;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.risklist.RiskListPage.Movement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words for states of the world, and what each calls for. */
final class Words {
    static final String NOT_KNOWN = "not known";

    static final Map<String, Status> VERDICTS = statuses(
            "Passed",
            Status.OK,
            "Failed",
            Status.ACT,
            "Inconclusive",
            Status.WATCH,
            "Error",
            Status.ACT,
            "Does not apply",
            Status.NONE);
    /** The group that the others are compared with has no verdict of its own. */
    static final Map<String, Status> SEGMENT_VERDICTS = statuses(
            "Passed",
            Status.OK,
            "Failed",
            Status.ACT,
            "Inconclusive",
            Status.WATCH,
            "Error",
            Status.ACT,
            "Does not apply",
            Status.NONE,
            "Reference",
            Status.NONE);

    static final Map<String, Status> CHANGES =
            statuses("Better", Status.OK, "Worse", Status.ACT, "Too close to call", Status.WATCH);
    static final Map<String, Status> CHOICES =
            statuses("Approve", Status.OK, "Reject", Status.ACT, "Ask for changes", Status.WATCH);
    static final Map<String, Status> BANDS =
            statuses("very high", Status.ACT, "high", Status.WATCH, "raised", Status.INFO);
    static final Map<String, Status> MOVEMENTS = statuses("New", Status.INFO, "Up", Status.WATCH);
    static final Map<String, Status> PRESENCE = statuses("On record", Status.OK, "Missing", Status.ACT);
    static final List<String> OUTCOMES = List.of("To call", "Called", "Saved", "Lost");
    static final Map<String, Status> OUTCOME_STATUSES =
            statuses("Called", Status.INFO, "Saved", Status.OK, "Lost", Status.ACT);

    private Words() {}

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "Passed";
            case FAIL -> "Failed";
            case INCONCLUSIVE -> "Inconclusive";
            case NOT_APPLICABLE -> "Does not apply";
            case ERROR -> "Error";
        };
    }

    static String segment(SegmentFigures segment) {
        return segment.reference() ? "Reference" : verdict(segment.verdict());
    }

    static Status status(Verdict verdict) {
        return Objects.requireNonNull(VERDICTS.get(verdict(verdict)));
    }

    static String check(CheckName check) {
        return switch (check) {
            case PERFORMANCE -> "Performance";
            case FAIRNESS -> "Fairness by segment";
            case VALUE -> "ROI";
            case REPRODUCIBILITY -> "Reproducibility";
        };
    }

    static String health(Health health) {
        return switch (health) {
            case ON_TRACK -> "On track";
            case WATCH -> "Watch";
            case ACT_NOW -> "Act now";
            case NOT_KNOWN -> "Not known";
        };
    }

    static Status status(Health health) {
        return switch (health) {
            case ON_TRACK -> Status.OK;
            case WATCH -> Status.WATCH;
            case ACT_NOW -> Status.ACT;
            case NOT_KNOWN -> Status.NONE;
        };
    }

    static String change(Change change) {
        return switch (change) {
            case NONE -> "–";
            case BETTER -> "Better";
            case WORSE -> "Worse";
            case TOO_CLOSE_TO_CALL -> "Too close to call";
        };
    }

    static String kind(Kind kind) {
        return switch (kind) {
            case METRICS -> "Metrics";
            case VALUE -> "ROI";
            case SEGMENTS -> "Segments";
            case PARAMETERS -> "Parameters";
            case DATA -> "Data";
            case ENVIRONMENT -> "Environment";
        };
    }

    static String choice(Choice choice) {
        return switch (choice) {
            case APPROVE -> "Approve";
            case REJECT -> "Reject";
            case REQUEST_CHANGES -> "Ask for changes";
        };
    }

    static String use(Use use) {
        return switch (use) {
            case HUMAN_REVIEWED -> "a person reads a list and decides";
            case ASSISTED -> "looked up in a dashboard while a person acts";
            case AUTOMATED -> "acts with no person in between";
        };
    }

    static String movement(Movement movement) {
        return switch (movement) {
            case NEW -> "New";
            case UP -> "Up";
            case DOWN -> "Down";
            case SAME -> "Same";
        };
    }

    /** “Awaiting review” for {@code AWAITING_REVIEW}. */
    static String state(RequestState state) {
        return sentenceCase(state.name());
    }

    static Status status(RequestState state) {
        return switch (state) {
            case EXECUTED -> Status.OK;
            case APPROVED, DRAFT, EVALUATING, AWAITING_REVIEW -> Status.INFO;
            case CHANGES_REQUESTED, OUTDATED -> Status.WATCH;
            case REJECTED, ROLLED_BACK -> Status.ACT;
            case WITHDRAWN, EXPIRED -> Status.NONE;
        };
    }

    /** Technical names as people read them: “true positive rate ratio” for {@code true_positive_rate_ratio}. */
    static String spaced(String technicalName) {
        return technicalName.replace('_', ' ');
    }

    /** The name of a figure as people read it. */
    static String figure(String technicalName) {
        return spaced(technicalName).replaceAll("\\bauc\\b", "AUC");
    }

    static String sentenceCase(String constant) {
        String words = spaced(constant).toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<String, Status> statuses(Object... wordsAndStatuses) {
        Map<String, Status> statuses = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndStatuses.length; i += 2) {
            statuses.put((String) wordsAndStatuses[i], (Status) wordsAndStatuses[i + 1]);
        }
        return Collections.unmodifiableMap(statuses);
    }
}
