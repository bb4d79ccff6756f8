package io.gatehouse.portal.api;

import org.springframework.http.HttpStatus;

/** A request that was refused, on its way to a problem detail. */
final class ApiRefusal extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final String field;
    private final String wayOut;

    /** @param field at fault; empty if it is none alone @param wayOut what to do; empty for what usually helps with the status */
    ApiRefusal(HttpStatus status, String code, String field, String sentence, String wayOut) {
        super(sentence);
        this.status = status;
        this.code = code;
        this.field = field;
        this.wayOut = wayOut;
    }

    static ApiRefusal unknown(String sentence) {
        return new ApiRefusal(HttpStatus.NOT_FOUND, "UNKNOWN", "", sentence, "");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }

    String wayOut() {
        return wayOut;
    }
}
