package io.gatehouse.portal.api;

import io.gatehouse.people.NotPermittedException;
import io.gatehouse.portal.security.DoorRecord;
import io.gatehouse.portal.security.RequestIdFilter;
import io.gatehouse.search.InvalidSearchException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns what went wrong into problem details that name the code, the field at fault, the sentence and the way out. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int EXCERPT = 100;

    private final DoorRecord record;

    Problems(DoorRecord record) {
        this.record = record;
    }

    /** Shapes: RFC 9457, with {@code code}, {@code sentence} and {@code way_out}, and {@code field} where one is at fault. */
    static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String code, String field, String sentence, String wayOut) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("code", code);
        if (!field.isEmpty()) {
            problem.setProperty("field", field);
        }
        problem.setProperty("sentence", sentence);
        problem.setProperty("way_out", wayOut.isEmpty() ? usual(status) : wayOut);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String usual(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "Ask somebody who has the role, or an administrator for it.";
            case NOT_FOUND -> "Look up what there is; the calls are described at /api/gatehouse/v1/openapi.json.";
            case CONFLICT -> "Read it again, then decide anew.";
            case UNPROCESSABLE_CONTENT -> "Log what the sentence names, then have it evaluated again.";
            case INTERNAL_SERVER_ERROR -> "Tell your administrator the request id.";
            default -> "Correct what the sentence names and send it again.";
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ApiRefusal refusal) {
        return answer(
                refusal.status(),
                refusal.code(),
                refusal.field(),
                String.valueOf(refusal.getMessage()),
                refusal.wayOut());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notPermitted(NotPermittedException refused) {
        record.refused(refused);
        return answer(
                HttpStatus.FORBIDDEN,
                "PERMISSION_DENIED",
                "",
                refused.sentence().english(),
                "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(UnfitFieldException unfit) {
        return answer(HttpStatus.BAD_REQUEST, "INVALID_FIELD", unfit.field(), String.valueOf(unfit.getMessage()), "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(MethodArgumentTypeMismatchException mismatch) {
        String value = String.valueOf(mismatch.getValue());
        String excerpt = value.length() <= EXCERPT ? value : value.substring(0, EXCERPT) + "…";
        String field = mismatch.getName();
        return answer(HttpStatus.BAD_REQUEST, "INVALID_FIELD", field, field + " cannot be '" + excerpt + "'.", "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(InvalidSearchException token) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "INVALID_FIELD",
                "page_token",
                token.getMessage() + ".",
                "Leave page_token out to start at the first page.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        String field = missing.getParameterName();
        return answer(
                HttpStatus.BAD_REQUEST,
                "INVALID_FIELD",
                field,
                "The parameter " + field + " is missing. Add it to the address.",
                "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return UnreadableBody.in(unreadable)
                .map(field -> answer(
                        HttpStatus.BAD_REQUEST,
                        "INVALID_FIELD",
                        field,
                        "The field " + field + " is of the wrong kind.",
                        "Send it as /api/gatehouse/v1/openapi.json describes it."))
                .orElseGet(() -> answer(
                        HttpStatus.BAD_REQUEST,
                        "INVALID_BODY",
                        "",
                        "The body cannot be read. Send a JSON object with the fields that the description of the API names.",
                        ""));
    }

    /** What Tomcat throws for percent signs in a query that stand for no UTF-8. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(InvalidParameterException query) {
        return answer(HttpStatus.BAD_REQUEST, "INVALID_ADDRESS", "", "The query of the address is not UTF-8.", "");
    }

    /** What the firewall throws for control characters in the names of a query. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(RequestRejectedException query) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "INVALID_ADDRESS",
                "",
                "The query of the address names a parameter with characters that no parameter has.",
                "");
    }

    /** What Tomcat throws for chunks that are none. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(BadRequestException body) {
        LOG.debug("A body could not be read", body);
        return answer(
                HttpStatus.BAD_REQUEST,
                "INVALID_BODY",
                "",
                "The body cannot be read: it is not sent as its headers say.",
                "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(MultipartException broken) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "INVALID_BODY",
                "",
                "The multipart body cannot be read: it is cut off, or lacks its boundary.",
                "Send it whole, with the boundary in Content-Type.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException large) {
        return answer(
                HttpStatus.CONTENT_TOO_LARGE,
                "TOO_LARGE",
                "file",
                "The upload is larger than this installation takes. Send Parquet instead of CSV, or fewer columns.",
                "");
    }

    /** Calls of a method, type or shape that the framework refuses by itself. */
    @ExceptionHandler({ServletException.class, MissingRequestValueException.class})
    ResponseEntity<ProblemDetail> unfitCall(ServletException unfit) {
        if (!(unfit instanceof ErrorResponse refusal)) {
            return defect(unfit);
        }
        HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
        String code = status == HttpStatus.UNSUPPORTED_MEDIA_TYPE ? "UNSUPPORTED_TYPE" : "INVALID_CALL";
        String sentence = status == HttpStatus.UNSUPPORTED_MEDIA_TYPE
                ? "The body is not of a kind that this call takes. Send JSON, with Content-Type: application/json."
                : String.valueOf(refusal.getBody().getDetail());
        return answer(status, code, "", sentence, "");
    }

    /** Two calls met in the database and this one gave way; nothing of it was stored. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> gaveWay(ConcurrencyFailureException conflict) {
        LOG.info("A call gave way to another", conflict);
        return answer(
                HttpStatus.CONFLICT,
                "CHANGED_MEANWHILE",
                "",
                "Somebody else changed this at the same moment. Read it again.",
                "");
    }

    /** A value that no rule looked at and the database does not take. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notKept(DataIntegrityViolationException unfit) {
        LOG.warn("A call of the API sent what the database does not take", unfit);
        return answer(
                HttpStatus.BAD_REQUEST,
                "INVALID_FIELD",
                "",
                "A value is longer than this installation keeps, or clashes with what is there. Nothing was stored.",
                "");
    }

    /** A defect of ours: the log keeps the trace under the id that the caller is given. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> defect(Exception defect, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(defect)) {
                LOG.error("An answer of the API broke off, request {}", RequestIdFilter.current(), defect);
            }
            // The server ends the connection, so that nobody takes a part for the whole.
            throw defect;
        }
        return defect(defect);
    }

    private static ResponseEntity<ProblemDetail> defect(Exception defect) {
        String id = RequestIdFilter.current();
        LOG.error("A call of the API failed, request {}", id, defect);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "",
                "This is a fault of the server; nothing was changed. Tell your administrator the request id " + id
                        + ".",
                "");
    }
}
