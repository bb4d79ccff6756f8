package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalChanges;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.Proposals;
import io.gatehouse.portal.address.PublicUrl;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What programs are answered about proposals, by the calls that open them and by those that decide on them. */
@Component
class ProposalAnswers {
    private final ProposalDesk desk;
    private final ProposalChanges changes;

    ProposalAnswers(ProposalDesk desk, ProposalChanges changes) {
        this.desk = desk;
        this.changes = changes;
    }

    ProposalBody body(Actor actor, long number) {
        Proposal.Read read = desk.read(actor, number).orElseThrow(() -> unknown(number));
        return ProposalBody.of(read, changes.fields(actor, read.proposal()), link(number));
    }

    /** What a put of a policy or of value assumptions answers: the proposal that it opened, or found. */
    ResponseEntity<ProposalBody> opened(Actor actor, long number) {
        return ResponseEntity.accepted().location(link(number)).body(body(actor, number));
    }

    /** A put that was refused. */
    static RuntimeException refused(Proposals.Proposed.Refused refused) {
        String said = refused.sentence().english();
        return switch (refused.code()) {
            case "CHANGED_SINCE" ->
                new ApiRefusal(
                        HttpStatus.CONFLICT,
                        "CHANGED_SINCE",
                        "base",
                        said,
                        "GET the newest version and put the change on top of that.");
            case "REJECTED" -> new ApiRefusal(HttpStatus.BAD_REQUEST, "POLICY_REJECTED", "", said, "");
            case "NOT_PERMITTED" ->
                new ApiRefusal(
                        HttpStatus.FORBIDDEN, "PERMISSION_DENIED", "", said, "Ask somebody of risk to propose it.");
            default -> ProblemCode.refusal(refused.code(), said);
        };
    }

    static ApiRefusal unknown(long number) {
        return new ApiRefusal(
                HttpStatus.NOT_FOUND,
                "UNKNOWN_PROPOSAL",
                "id",
                "There is no proposal PC-" + number + ".",
                "GET /api/gatehouse/v1/policy-changes lists all.");
    }

    /** Its page. */
    static URI link(long number) {
        return PublicUrl.link("policy-changes/PC-" + number);
    }
}
