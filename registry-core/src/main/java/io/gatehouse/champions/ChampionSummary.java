package io.gatehouse.champions;

import io.gatehouse.checks.Figure;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The version in use of one model, as an executive sees it.
 *
 * @param model name
 * @param purpose first sentence of the model's description; may be empty
 * @param version in use; absent if no version was ever approved
 * @param health in one word
 * @param verdict the sentence under the name
 * @param since when it became champion
 * @param requestedBy display name
 * @param approvedBy display names
 * @param requestNumber of the promotion that put it there
 * @param policy such as {@code human-reviewed v1}
 * @param foundOfHundred leavers found of 100, at the acting threshold
 * @param rightOfHundred flagged who do leave of 100
 * @param auc for experts
 * @param claimed what its run claimed beside what the evidence gives; absent if no evaluation is on record
 * @param netPerMonth modelled, low and high
 * @param fairness verdict of the fairness check when promoted, and the group served worst
 * @param evidenceFrom what the figures rest on: date of the data, in the words of the evidence; may be empty
 * @param evaluatedAt when the figures were computed
 * @param before the champion before it
 * @param openRequests waiting for somebody
 * @param candidates versions that are newer than the champion
 */
public record ChampionSummary(
        String model,
        String purpose,
        @Nullable Integer version,
        Health health,
        Sentence verdict,
        @Nullable Instant since,
        String requestedBy,
        List<String> approvedBy,
        @Nullable Long requestNumber,
        String policy,
        @Nullable Figure foundOfHundred,
        @Nullable Figure rightOfHundred,
        @Nullable Figure auc,
        @Nullable ClaimedFigure claimed,
        @Nullable MoneyRange netPerMonth,
        @Nullable Fairness fairness,
        String evidenceFrom,
        @Nullable Instant evaluatedAt,
        @Nullable Before before,
        int openRequests,
        int candidates) {

    public ChampionSummary {
        approvedBy = List.copyOf(approvedBy);
    }

    /** How a champion does, in the words of the screens: on track, watch, act now, not known. */
    public enum Health {
        ON_TRACK,
        WATCH,
        ACT_NOW,
        NOT_KNOWN
    }

    /**
     * A best guess with a range.
     *
     * @param customers of a month for whom it was reckoned
     * @param contacted share of them who would be contacted, as in the test, 0..1
     */
    public record MoneyRange(Money low, Money likely, Money high, long customers, double contacted) {}

    /**
     * @param verdict of the whole check when promoted, which may hang on another group, a pair of groups or another rate
     * @param sentence in plain words
     * @param worstAttribute of the group served worst; empty if none was judged
     * @param worstGroup likewise
     * @param worstRatio of its true positive rate to the reference group's
     * @param allowedFrom lowest such ratio that the policy allows; absent where it is not what the group's verdict hangs on
     * @param worstVerdict of that group alone; absent if none was judged
     */
    public record Fairness(
            Verdict verdict,
            Sentence sentence,
            String worstAttribute,
            String worstGroup,
            @Nullable Double worstRatio,
            @Nullable Double allowedFrom,
            @Nullable Verdict worstVerdict) {}

    /**
     * @param version of the champion before
     * @param until when it stopped being champion
     * @param sentence what the change brought
     */
    public record Before(int version, Instant until, Sentence sentence) {}
}
