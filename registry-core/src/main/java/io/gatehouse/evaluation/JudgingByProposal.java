package io.gatehouse.evaluation;

import io.gatehouse.evaluation.ChampionsInUse.Champion;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.policy.ChampionAhead;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.Proposals;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.work.JobHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Judges the versions in use by what somebody proposes, one after the other, so that whoever decides on it knows whom it would fail.
 * Nothing of it is an evaluation: it counts for nobody and no alias moves.
 */
@Component
class JudgingByProposal implements JobHandler {
    private final ProposalDesk desk;
    private final ChampionsInUse champions;
    private final Foresight foresight;
    private final Policies policies;
    private final ValueBook book;
    private final People people;

    JudgingByProposal(
            ProposalDesk desk,
            ChampionsInUse champions,
            Foresight foresight,
            Policies policies,
            ValueBook book,
            People people) {
        this.desk = desk;
        this.champions = champions;
        this.foresight = foresight;
        this.policies = policies;
        this.book = book;
        this.people = people;
    }

    @Override
    public String kind() {
        return Proposals.JUDGING;
    }

    @Override
    public void run(Map<String, Object> payload, Progress progress) {
        long number = number(payload, "proposal").longValue();
        int round = number(payload, "round").intValue();
        Optional<Proposal> awaited = desk.awaited(number, round);
        if (awaited.isEmpty()) {
            return;
        }
        Actor actor = inTheNameOf(awaited.get());
        List<Asked> asked = asked(actor, awaited.get());
        List<ChampionAhead> found = new ArrayList<>();
        for (Asked each : asked) {
            // Between two champions somebody may have called it off, or decided.
            if (desk.awaited(number, round).isEmpty()) {
                return;
            }
            progress.at(
                    100 * found.size() / asked.size(),
                    "Judging " + each.champion.model() + ", " + (found.size() + 1) + " of " + asked.size());
            found.add(foresight.judge(actor, each.champion, each.use, each.today, each.proposed));
        }
        desk.judged(number, round, found);
    }

    @Override
    public void gaveUp(Map<String, Object> payload, String why) {
        desk.judgingFailed(
                number(payload, "proposal").longValue(),
                number(payload, "round").intValue());
    }

    /** @param today what it is judged by now @param proposed what it would be judged by */
    private record Asked(Champion champion, Use use, Foresight.Measure today, Foresight.Measure proposed) {}

    private List<Asked> asked(Actor actor, Proposal proposal) {
        return switch (proposal.wanted()) {
            case Wanted.Policy(PolicyDocument document) -> byPolicy(actor, document, proposal.base());
            case Wanted.Assumptions(ValueAssumptions says, var model) -> byAssumptions(says, proposal.base());
        };
    }

    private List<Asked> byPolicy(Actor actor, PolicyDocument document, int base) {
        Optional<PolicyVersion> today = policies.version(actor, document.name(), base);
        List<Asked> asked = new ArrayList<>();
        for (Champion champion : champions.all()) {
            if (today.isPresent() && champion.use() == document.use()) {
                ValueAssumptions counted = book.of(champion.modelId()).orElseThrow();
                asked.add(new Asked(
                        champion,
                        document.use(),
                        new Foresight.Measure(today.get().document(), counted),
                        new Foresight.Measure(document, counted)));
            }
        }
        return asked;
    }

    /** Those of the installation count for models without their own alone. */
    private List<Asked> byAssumptions(ValueAssumptions says, int base) {
        List<Asked> asked = new ArrayList<>();
        for (Champion champion : champions.all()) {
            Use use = champion.use();
            Optional<PolicyVersion> policy = use == null ? Optional.empty() : policies.of(use);
            ValueAssumptions counted = book.of(champion.modelId()).orElseThrow();
            boolean concerned = says.model() == null
                    ? counted.model() == null
                    : champion.modelId().equals(says.model());
            if (use != null && policy.isPresent() && concerned) {
                ValueAssumptions before = book.version(base).orElse(counted);
                asked.add(new Asked(
                        champion,
                        use,
                        new Foresight.Measure(policy.get().document(), before),
                        new Foresight.Measure(policy.get().document(), says)));
            }
        }
        return asked;
    }

    private static Number number(Map<String, Object> payload, String name) {
        if (payload.get(name) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("The job names no " + name + ": " + payload);
    }

    private Actor inTheNameOf(Proposal proposal) {
        return new Actor(
                people.byId(proposal.proposedBy().id()).orElseThrow(), Actor.Via.SYSTEM, "PC-" + proposal.number());
    }
}
