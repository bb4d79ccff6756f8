package io.gatehouse.portal.api;

import io.gatehouse.policy.ChampionAhead;
import io.gatehouse.policy.PolicyChanges;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.sentences.Sentence;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed version of a policy or of value assumptions, as programs read it.
 *
 * @param number such as {@code PC-3}
 * @param subject POLICY or VALUE_ASSUMPTIONS
 * @param policy name; absent for value assumptions
 * @param model that the value assumptions are for; absent for those of the installation
 * @param baseVersion that it was written on; 0 if there was none
 * @param version that came of it; absent unless accepted
 * @param changes fields that differ from the version that it was written on
 * @param judging how far judging the versions in use by it is
 * @param champions what it would say of each version in use
 * @param championsChanged which others are in use than were judged; empty once it is decided
 */
record ProposalBody(
        String number,
        String subject,
        @Nullable String policy,
        @Nullable String model,
        int baseVersion,
        String sha256,
        String state,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable Integer version,
        List<PolicyChanges.Field> changes,
        Judging judging,
        List<Champion> champions,
        List<String> championsChanged,
        String link) {

    /** @param percent 0 to 100 @param wouldFail champions that pass today and would not @param judged champions that could be judged */
    record Judging(
            String state,
            int percent,
            String message,
            @Nullable Instant judgedAt,
            long judged,
            long wouldFail) {}

    /**
     * @param notJudged why it could not be judged; absent if it was
     * @param wouldFail whether it passes today and would not
     * @param checks that answer otherwise
     */
    record Champion(
            String model,
            int version,
            String use,
            @Nullable String notJudged,
            boolean wouldFail,
            boolean failsAlready,
            List<Check> checks) {
        static Champion of(ChampionAhead ahead) {
            Sentence why = ahead.notJudged();
            return new Champion(
                    ahead.model(),
                    ahead.version(),
                    ahead.use().name(),
                    why == null ? null : why.english(),
                    ahead.wouldFail(),
                    ahead.failsAlready(),
                    ahead.turns().stream().map(Check::of).toList());
        }
    }

    /** @param today sentence by what counts @param sentence by the proposal */
    record Check(String check, String before, String after, String today, String sentence) {
        static Check of(ChampionAhead.Turn turn) {
            return new Check(
                    turn.check(),
                    turn.before().name(),
                    turn.after().name(),
                    turn.was().english(),
                    turn.sentence().english());
        }
    }

    /** @param changes to the version that it was written on @param link to its page */
    static ProposalBody of(Proposal.Read read, List<PolicyChanges.Field> changes, URI link) {
        Proposal proposal = read.proposal();
        Proposal.Decision decision = proposal.decision();
        boolean policy = proposal.wanted() instanceof Wanted.Policy;
        return new ProposalBody(
                "PC-" + proposal.number(),
                policy ? "POLICY" : "VALUE_ASSUMPTIONS",
                proposal.wanted() instanceof Wanted.Policy wanted
                        ? wanted.document().name()
                        : null,
                proposal.wanted() instanceof Wanted.Assumptions wanted ? wanted.model() : null,
                proposal.base(),
                proposal.sha256(),
                proposal.state().name(),
                proposal.reason(),
                proposal.proposedBy().name(),
                proposal.proposedAt(),
                decision == null ? null : decision.by().name(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                proposal.version(),
                changes,
                judging(read),
                read.champions().stream().map(Champion::of).toList(),
                read.movedOn().stream().map(moved -> moved.inWords().english()).toList(),
                link.toString());
    }

    private static Judging judging(Proposal.Read read) {
        Proposal.Judging judging = read.proposal().judging();
        return new Judging(
                judging.state().name(),
                judging.percent(),
                judging.message(),
                judging.at(),
                read.champions().stream()
                        .filter(champion -> champion.notJudged() == null)
                        .count(),
                read.wouldFail().size());
    }
}
