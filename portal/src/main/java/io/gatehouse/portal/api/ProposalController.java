package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.ProposalState;
import io.gatehouse.policy.Proposals;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of policies and value assumptions for programs: what is proposed, whom it would fail, and the word of a second person. */
@RestController
@RequestMapping("/api/gatehouse/v1/policy-changes")
class ProposalController {
    private final Proposals proposals;
    private final ProposalDesk desk;
    private final ProposalAnswers answers;

    ProposalController(Proposals proposals, ProposalDesk desk, ProposalAnswers answers) {
        this.proposals = proposals;
        this.desk = desk;
        this.answers = answers;
    }

    /** What a second person can say. */
    private enum Choice {
        ACCEPT,
        REJECT
    }

    /** @param vote ACCEPT or REJECT @param reason needed to reject */
    record Vote(@Nullable String vote, @Nullable String reason) {}

    /** @param reason may be left out */
    record Withdrawal(@Nullable String reason) {}

    /** Where a proposal stands after a verb. @param version that it made; absent if none */
    record Standing(
            String number,
            String state,
            String sentence,
            @Nullable Integer version,
            String link) {}

    record All(List<ProposalBody> policyChanges) {}

    /** @param status {@code open}, or one state such as ACCEPTED; absent, all */
    @GetMapping
    All all(Actor actor, @RequestParam(name = "status", defaultValue = "") String status) {
        boolean open = status.toLowerCase(Locale.ROOT).equals("open");
        List<Proposal> found = desk.all(actor, open);
        if (!open && !status.isEmpty()) {
            ProposalState state = RequestFields.oneOf(ProposalState.class, "status", status, "open");
            found = found.stream().filter(each -> each.state() == state).toList();
        }
        return new All(found.stream()
                .map(each -> ProposalBody.of(
                        new Proposal.Read(each, List.of(), List.of()), List.of(), ProposalAnswers.link(each.number())))
                .toList());
    }

    @GetMapping("/{id}")
    ProposalBody one(Actor actor, @PathVariable String id) {
        return answers.body(actor, number(id));
    }

    /** Accepts or rejects, as somebody other than whoever proposed it. */
    @PostMapping("/{id}/votes")
    Standing vote(Actor actor, @PathVariable String id, @RequestBody Vote vote) {
        long number = number(id);
        String reason = vote.reason == null ? "" : vote.reason;
        return standing(
                number,
                switch (RequestFields.oneOf(Choice.class, "vote", RequestFields.needed("vote", vote.vote))) {
                    case ACCEPT -> proposals.accept(actor, number, reason);
                    case REJECT -> proposals.reject(actor, number, reason);
                });
    }

    /** Takes it back; for whoever proposed it. */
    @PostMapping("/{id}/withdraw")
    Standing withdraw(
            Actor actor, @PathVariable String id, @RequestBody(required = false) @Nullable Withdrawal withdrawal) {
        long number = number(id);
        String reason = withdrawal == null || withdrawal.reason == null ? "" : withdrawal.reason;
        return standing(number, proposals.withdraw(actor, number, reason));
    }

    /** Judges the versions in use by it once more; what comes of it is read from the proposal. */
    @PostMapping("/{id}/judge")
    ResponseEntity<Standing> judge(Actor actor, @PathVariable String id) {
        long number = number(id);
        return ResponseEntity.accepted().body(standing(number, proposals.judgeAgain(actor, number)));
    }

    /** Stops judging the versions in use. */
    @PostMapping("/{id}/cancel")
    Standing cancel(Actor actor, @PathVariable String id) {
        long number = number(id);
        return standing(number, proposals.cancelJudging(actor, number));
    }

    private static Standing standing(long number, Proposals.Outcome outcome) {
        return switch (outcome) {
            case Proposals.Outcome.Done done ->
                new Standing(
                        "PC-" + number,
                        done.state().name(),
                        done.sentence().english(),
                        done.version(),
                        ProposalAnswers.link(number).toString());
            case Proposals.Outcome.Refused refused ->
                throw switch (refused.code()) {
                    case "UNKNOWN_PROPOSAL" -> ProposalAnswers.unknown(number);
                    default ->
                        ProblemCode.refusal(refused.code(), refused.sentence().english());
                };
        };
    }

    private static long number(String id) {
        return RequestFields.number("PC", "proposal", id);
    }
}
