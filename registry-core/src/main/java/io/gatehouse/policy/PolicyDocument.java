package io.gatehouse.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.modelcard.CardField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says: which checks a version must pass before it may become champion for one use, and how strictly. Read from YAML or
 * JSON with snake_case fields, all of them required unless noted.
 *
 * @param name such as {@code human-reviewed}: lower-case letters, digits and hyphens
 * @param use it is for; a policy has one use for good
 * @param summary one sentence for people
 * @param unavailable why no promotion can be asked for under it yet; absent (may be left out) where it can
 * @param approvals how many must approve, of which kind, and until when; a plain number, or fields
 * @param actingThreshold score from which somebody is acted on, in 0..1; fairness and value are judged there
 * @param performance thresholds of that check
 * @param fairness thresholds of that check
 * @param value thresholds of that check
 * @param reproducibility what must be on record
 * @param mayNotApply checks that may turn out not to apply without blocking; absent (may be left out) means none. Left out of the
 *     canonical text when empty, so that policies from before it keep their hash
 * @param modelCard what people must have said of a version before anybody may approve it; absent (may be left out) means nothing. Left
 *     out of the canonical text then, for the same reason
 * @param execution when what was approved comes into use; absent (may be left out): with the last approval
 * @param overrideDays longest time that a check which did not pass is accepted for, 1 to 90 days; 0 allows none. Absent (may be left out)
 *     means 90, and is left out of the canonical text
 */
public record PolicyDocument(
        String name,
        Use use,
        String summary,
        @Nullable String unavailable,
        Approvals approvals,
        double actingThreshold,
        Performance performance,
        Fairness fairness,
        Value value,
        Reproducibility reproducibility,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Question> mayNotApply,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Card modelCard,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Execution execution,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer overrideDays) {

    public PolicyDocument {
        mayNotApply = mayNotApply == null ? null : List.copyOf(mayNotApply);
    }

    /**
     * A policy that asks for no answers on the model card, says nothing of overrides, and under which what is approved comes into use with
     * the last approval.
     */
    public PolicyDocument(
            String name,
            Use use,
            String summary,
            @Nullable String unavailable,
            Approvals approvals,
            double actingThreshold,
            Performance performance,
            Fairness fairness,
            Value value,
            Reproducibility reproducibility,
            @Nullable List<Question> mayNotApply) {
        this(
                name,
                use,
                summary,
                unavailable,
                approvals,
                actingThreshold,
                performance,
                fairness,
                value,
                reproducibility,
                mayNotApply,
                null,
                null,
                null);
    }

    /** A policy under which every check must apply and so many reviewers must approve. */
    public PolicyDocument(
            String name,
            Use use,
            String summary,
            @Nullable String unavailable,
            int approvals,
            double actingThreshold,
            Performance performance,
            Fairness fairness,
            Value value,
            Reproducibility reproducibility) {
        this(
                name,
                use,
                summary,
                unavailable,
                Approvals.of(approvals),
                actingThreshold,
                performance,
                fairness,
                value,
                reproducibility,
                null,
                null,
                null,
                null);
    }

    /** The checks that can turn out not to apply, by the names that results carry. */
    public enum Question {
        PERFORMANCE,
        FAIRNESS,
        VALUE,
        REPRODUCIBILITY
    }

    /** The fields of the model card that must be answered, in the order of the card; none where the policy does not ask for one. */
    public List<CardField> cardFields() {
        return modelCard == null
                ? List.of()
                : modelCard.required().stream().sorted().toList();
    }

    /** The same policy with other demands on the model card. */
    public PolicyDocument asking(@Nullable Card card) {
        return adding(card, execution, overrideDays);
    }

    /** The same policy, under which what is approved comes into use at another time. */
    public PolicyDocument executed(@Nullable Execution when) {
        return adding(modelCard, when, overrideDays);
    }

    /** The same policy with another longest time for what is accepted. */
    public PolicyDocument overridable(@Nullable Integer days) {
        return adding(modelCard, execution, days);
    }

    private PolicyDocument adding(@Nullable Card card, @Nullable Execution when, @Nullable Integer days) {
        return new PolicyDocument(
                name,
                use,
                summary,
                unavailable,
                approvals,
                actingThreshold,
                performance,
                fairness,
                value,
                reproducibility,
                mayNotApply,
                card,
                when,
                days);
    }

    /** Whether the policy lets this check not apply. */
    public boolean excuses(String check) {
        return mayNotApply != null
                && mayNotApply.stream().anyMatch(question -> question.name().equals(check));
    }

    /**
     * @param aucFloor that the test AUC must reach, as a point
     * @param nonInferiority how far the AUC may lie below the champion's, at most
     * @param gap how far the validation AUC may lie above the test AUC, at most
     * @param loggedTolerance how far the AUC that the run logged may lie from the recomputed one, at most
     */
    public record Performance(double aucFloor, double nonInferiority, double gap, double loggedTolerance) {}

    /**
     * @param metrics that are judged; the others are shown
     * @param attributes by which they are judged; others that the evidence carries are shown
     * @param tolerance τ: a group's rate may be τ to 1/τ of the reference group's
     * @param differenceCap D: and differ from it by at most this
     * @param minDenominator fewest rows in a rate's denominator
     * @param minEvents fewest events to expect
     * @param minShare smallest share of all rows that a group must have to be judged
     * @param alpha chance of error
     * @param smallGroupsBlock whether a group that is too small to judge blocks; otherwise it is listed
     * @param references the reference group by attribute; where none is named, the evidence's own, else the largest
     * @param intersections what becomes of pairs of attributes, such as region within plan
     */
    public record Fairness(
            List<Metric> metrics,
            List<Attribute> attributes,
            double tolerance,
            double differenceCap,
            int minDenominator,
            int minEvents,
            double minShare,
            double alpha,
            boolean smallGroupsBlock,
            Map<String, String> references,
            Intersections intersections) {

        public Fairness {
            metrics = List.copyOf(metrics);
            attributes = List.copyOf(attributes);
            references = Map.copyOf(references);
        }
    }

    /** What becomes of pairs of attributes. */
    public enum Intersections {
        /** They are published. */
        SHOWN,
        /** They are published, and block where the data shows that a large pair is served worse than allowed; doubt does not. */
        HARM_BLOCKS,
        /** They are published, and those that are large enough for a verdict must pass as single attributes must. */
        GATED
    }

    /** What of a group is compared with the reference group. */
    public enum Metric {
        TRUE_POSITIVE_RATE,
        FALSE_POSITIVE_RATE,
        SELECTION_RATE
    }

    /** @param column of the evidence, such as {@code age_band} @param called in sentences, such as {@code age band} */
    public record Attribute(String column, String called) {}

    /** @param margin share of the champion's value by which the challenger's may fall short @param alpha chance of error */
    public record Value(double margin, double alpha) {}

    /** @param required what must be on record for each version */
    public record Reproducibility(List<Ingredient> required) {
        public Reproducibility {
            required = List.copyOf(required);
        }
    }

    /** @param required fields of the model card that must be answered before anybody may approve */
    public record Card(List<CardField> required) {
        public Card {
            required = List.copyOf(required);
        }
    }

    /** What making a model again takes. */
    public enum Ingredient {
        DATA_HASH,
        PARAMETERS,
        SEED,
        SCHEMA,
        GIT_COMMIT,
        PREPROCESSING_VERSION,
        MODEL_FILES
    }
}
