package io.gatehouse.policy;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.AskedWork;
import io.gatehouse.work.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells what happened to a proposal: to those who wait for news, and last to the audit chain; and has the champions judged by it. */
@Component
class ProposalSteps {
    private final AheadRows ahead;
    private final Jobs jobs;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ProposalSteps(AheadRows ahead, Jobs jobs, Outbox outbox, AuditTrail audit, Clock clock) {
        this.ahead = ahead;
        this.jobs = jobs;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** @param person who follows it */
    UUID enqueue(UUID person, long number, int round) {
        return jobs.enqueue(
                Proposals.JUDGING,
                Map.of("proposal", number, "round", round),
                new AskedWork(person, Sentences.say("work.proposal", "number", number), "policy-changes/PC-" + number));
    }

    void judgeAgain(UUID person, long number) {
        int round = ahead.round(number) + 1;
        ahead.begin(number, round, enqueue(person, number, round));
    }

    /** Whether others are in use than were judged by it. */
    boolean championsMovedOn(long number) {
        return !ahead.movedOn(number).isEmpty();
    }

    void cancelJudging(long number) {
        ahead.end(number, ahead.round(number), Proposal.JudgingState.CANCELLED);
    }

    /** @param what such as {@code accepted} */
    void tell(Actor actor, Proposal proposal, String what) {
        Map<String, Object> all = details(proposal);
        String action = action(proposal.target(), what);
        outbox.publish(actor, action, all);
        audit.append(actor, action, object(proposal.target()), all);
    }

    void refused(Actor actor, Proposal proposal, String verb, String code) {
        Map<String, Object> all = details(proposal);
        all.put("code", code);
        audit.append(actor, action(proposal.target(), verb + "_refused"), object(proposal.target()), all);
    }

    /** Of a proposal that never came to be. */
    void refused(Actor actor, String target, String verb, String code) {
        audit.append(actor, action(target, verb + "_refused"), object(target), Map.of("code", code));
    }

    /** What has just happened to it, for whoever did it. */
    Sentence inWords(Actor actor, Proposal proposal) {
        Integer version = proposal.version();
        String code = "proposal.done." + proposal.state().name();
        String who = actor.person().displayName();
        return version == null
                ? say(code, "person", who, "subject", subject(proposal))
                : say(code, "person", who, "subject", subject(proposal), "version", version);
    }

    /** Such as “the policy human-reviewed”. */
    static String subject(Proposal proposal) {
        return switch (proposal.wanted()) {
            case Wanted.Policy(PolicyDocument document) -> "the policy " + document.name();
            case Wanted.Assumptions(ValueAssumptions says, var model) ->
                model == null ? "the value assumptions" : "the value assumptions of " + model;
        };
    }

    private static Map<String, Object> details(Proposal proposal) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("proposal", proposal.number());
        all.put("base", proposal.base());
        all.put("sha256", proposal.sha256());
        all.put("state", proposal.state().name());
        all.put("proposed_by", proposal.proposedBy().id().toString());
        Integer version = proposal.version();
        if (version != null) {
            all.put("version", version);
        }
        return all;
    }

    private static String action(String target, String what) {
        return (target.startsWith("policy/") ? "policy." : "value_assumptions.") + what;
    }

    /** As direct puts name it, so that whoever follows a policy through the log finds all of it. */
    private static String object(String target) {
        return target.startsWith("policy/") ? target : target.replace("assumptions", "value-assumptions");
    }
}
