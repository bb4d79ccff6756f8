package io.gatehouse.portal.api;

import java.util.Arrays;
import org.springframework.http.HttpStatus;

/** What the refusals of the core are over HTTP: the status, the field that is at fault and the way out. */
enum ProblemCode {
    NOT_PERMITTED(HttpStatus.FORBIDDEN, "", "Ask somebody who has the role, or an administrator for it."),
    FOUR_EYES(HttpStatus.FORBIDDEN, "", "Ask a reviewer who neither asked for this nor trained the version."),
    NOT_YOURS(HttpStatus.FORBIDDEN, "", "Ask the requester to withdraw it, or reject it as a reviewer."),
    UNKNOWN_MODEL(HttpStatus.NOT_FOUND, "model", "Search the registered models and name one of them."),
    UNKNOWN_VERSION(HttpStatus.NOT_FOUND, "version", "Search the versions of the model and name one of them."),
    UNKNOWN_REQUEST(HttpStatus.NOT_FOUND, "id", "GET /api/gatehouse/v1/promotion-requests lists all."),
    NOT_PROTECTED(HttpStatus.BAD_REQUEST, "alias", "Leave alias out to ask for the protected one."),
    INVALID_TEXT(HttpStatus.BAD_REQUEST, "reason", "Shorten the text and send it again."),
    REASON_REQUIRED(HttpStatus.BAD_REQUEST, "reason", "Send the text that the sentence names along."),
    BELOW_FLOOR(HttpStatus.UNPROCESSABLE_CONTENT, "version", "Train a better model, register it and ask for that."),
    FILES_NOT_KEPT(
            HttpStatus.UNPROCESSABLE_CONTENT, "version", "Log the model with its run, register that and ask for it."),
    NO_EARLIER_CHAMPION(HttpStatus.CONFLICT, "", "Ask for the promotion of another version."),
    CHAMPION_CHANGED(HttpStatus.CONFLICT, "version", "Read the history of the alias, then decide anew."),
    UNKNOWN_ROLLBACK(
            HttpStatus.NOT_FOUND, "id", "GET /api/gatehouse/v1/models/{name}/rollbacks lists those of a model."),
    UNKNOWN_OVERRIDE(HttpStatus.NOT_FOUND, "id", "GET /api/gatehouse/v1/overrides lists all."),
    UNKNOWN_CHECK(HttpStatus.BAD_REQUEST, "check", "Name a check of the evaluation of the request."),
    NOT_OVERRIDABLE(
            HttpStatus.UNPROCESSABLE_CONTENT, "check", "The sentence says what to do instead of overriding the check."),
    NOT_NEEDED(HttpStatus.CONFLICT, "check", "There is nothing to do."),
    ALREADY_PROPOSED(HttpStatus.CONFLICT, "check", "POST to /agree or /decline of the override that waits."),
    ALREADY_IN_FORCE(HttpStatus.CONFLICT, "check", "There is nothing to do."),
    NO_NEW_EVIDENCE(HttpStatus.CONFLICT, "until", "Log newer evidence, have the version evaluated on it, then renew."),
    RENEWED_ONCE(HttpStatus.CONFLICT, "", "Promote a version that passes, or take the champion back."),
    NOT_IN_USE(HttpStatus.CONFLICT, "", "There is nothing to do."),
    CHECKS_NOT_RUN(HttpStatus.CONFLICT, "", "POST to /evaluate of the request first."),
    NO_POLICY(HttpStatus.CONFLICT, "use", "Ask for another use, or have somebody of risk put a policy for this one."),
    USE_UNAVAILABLE(HttpStatus.CONFLICT, "use", "Ask for another use."),
    ALREADY_IN_USE(HttpStatus.CONFLICT, "version", "There is nothing to do."),
    ALREADY_VOTED(HttpStatus.CONFLICT, "", "Another reviewer has to vote."),
    COMMENT_REQUIRED(HttpStatus.BAD_REQUEST, "text", "Send text along."),
    NO_SEAT(HttpStatus.CONFLICT, "vote", "Somebody of the kind that is still needed has to approve."),
    APPROVAL_LAPSED(HttpStatus.CONFLICT, "vote", "POST to /evaluate of the request, then vote on the new checks."),
    NOT_YOUR_TURN(HttpStatus.CONFLICT, "vote", "Approve once those before you have."),
    UNKNOWN_PERSON(HttpStatus.BAD_REQUEST, "to", "Name the user name of somebody active."),
    SAME_PERSON(HttpStatus.BAD_REQUEST, "to", "Name somebody else."),
    MAY_NOT_READ(HttpStatus.BAD_REQUEST, "to", "Name somebody who may read promotion requests."),
    ALREADY_HANDED(HttpStatus.CONFLICT, "to", "DELETE the delegation that holds, then post this one."),
    INVALID_UNTIL(HttpStatus.BAD_REQUEST, "until", "Send a day that the sentence allows."),
    UNKNOWN_DELEGATION(HttpStatus.NOT_FOUND, "id", "GET /api/gatehouse/v1/delegations lists yours."),
    NOT_OPEN(HttpStatus.CONFLICT, "", "Read the request to see where it stands."),
    VERSION_DELETED(HttpStatus.CONFLICT, "", "Withdraw the request and ask for another version."),
    CHANGED_SINCE(
            HttpStatus.CONFLICT, "digest", "POST to /evaluate of the request, read the new checks and vote on those."),
    CARD_INCOMPLETE(
            HttpStatus.CONFLICT,
            "vote",
            "PUT the answers to /api/gatehouse/v1/models/{name}/versions/{version}/card, then have it evaluated again."),
    UNKNOWN_REVISION(HttpStatus.CONFLICT, "base_revision", "GET the card and name its revision."),
    CHECKS_NOT_PASSED(HttpStatus.CONFLICT, "vote", "Vote REJECT or REQUEST_CHANGES."),
    INVALID_USERNAME(HttpStatus.BAD_REQUEST, "username", "Send a user name that the sentence allows."),
    USERNAME_TAKEN(HttpStatus.CONFLICT, "username", "Send another user name, or change the account that has it."),
    INVALID_NAME(HttpStatus.BAD_REQUEST, "name", "Send a name that the sentence allows."),
    INVALID_EMAIL(HttpStatus.BAD_REQUEST, "email", "Send a mail address, or leave it out."),
    ROLE_REQUIRED(HttpStatus.BAD_REQUEST, "roles", "Send at least one role, such as VIEWER."),
    OWN_ACCOUNT(HttpStatus.FORBIDDEN, "", "Ask another administrator, or add one."),
    DEACTIVATED(HttpStatus.CONFLICT, "", "POST to /reactivate of the person first."),
    /** Any other; the sentence says what is wrong. */
    REFUSED(HttpStatus.CONFLICT, "", "Read it again, then decide anew.");

    private final HttpStatus status;
    private final String field;
    private final String wayOut;

    ProblemCode(HttpStatus status, String field, String wayOut) {
        this.status = status;
        this.field = field;
        this.wayOut = wayOut;
    }

    /** @param code as the core names it */
    static ApiRefusal refusal(String code, String sentence) {
        return refusal(code, "", sentence);
    }

    /** @param field at fault as the core names it; empty: the one that usually is */
    static ApiRefusal refusal(String code, String field, String sentence) {
        ProblemCode known = Arrays.stream(values())
                .filter(constant -> constant.name().equals(code))
                .findFirst()
                .orElse(REFUSED);
        return new ApiRefusal(known.status, code, field.isEmpty() ? known.field : field, sentence, known.wayOut);
    }
}
