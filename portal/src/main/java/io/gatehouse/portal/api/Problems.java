package io.gatehouse.portal.api;

import io.gatehouse.people.NotPermittedException;
import io.gatehouse.portal.security.RequestIdFilter;
import io.gatehouse.sentences.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Turns what went wrong into problem details that name the field and the way out. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, Sentence sentence) {
        return answer(status, code, "", sentence.english());
    }

    static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, String field, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        if (!field.isEmpty()) {
            problem.setProperty("field", field);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notPermitted(NotPermittedException refused) {
        return answer(HttpStatus.FORBIDDEN, "PERMISSION_DENIED", refused.sentence());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(UnfitFieldException unfit) {
        return answer(HttpStatus.BAD_REQUEST, "INVALID_FIELD", unfit.field(), String.valueOf(unfit.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "INVALID_BODY",
                "",
                "The body cannot be read. Send a JSON object with the fields that the description of the API names.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ApiRefusal refusal) {
        return answer(refusal.status(), refusal.code(), "", String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(MethodArgumentTypeMismatchException mismatch) {
        String field = mismatch.getName();
        return answer(
                HttpStatus.BAD_REQUEST, "INVALID_FIELD", field, field + " cannot be '" + mismatch.getValue() + "'.");
    }

    /** Two calls met in the database and this one gave way; nothing of it was stored. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> gaveWay(ConcurrencyFailureException conflict) {
        LOG.info("A call gave way to another", conflict);
        return answer(
                HttpStatus.CONFLICT,
                "CHANGED_MEANWHILE",
                "",
                "Somebody else changed this at the same moment. Read it again.");
    }

    /** A defect of ours: the log keeps the trace under the id that the caller is given. */
    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> defect(RuntimeException defect) {
        String id = RequestIdFilter.current();
        LOG.error("A call of the API failed, request {}", id, defect);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "",
                "This is a fault of the server; nothing was changed. Tell your administrator the request id " + id
                        + ".");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException large) {
        return answer(
                HttpStatus.CONTENT_TOO_LARGE,
                "TOO_LARGE",
                "file",
                "The upload is larger than this installation takes. Send Parquet instead of CSV, or fewer columns.");
    }
}
