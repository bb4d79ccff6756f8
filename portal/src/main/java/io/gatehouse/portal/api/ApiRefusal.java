package io.gatehouse.portal.api;

import org.springframework.http.HttpStatus;

/** A request that the core refused, on its way to a problem detail. */
final class ApiRefusal extends RuntimeException {
    private final HttpStatus status;
    private final String code;

    ApiRefusal(HttpStatus status, String code, String sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
    }

    static ApiRefusal unknown(String sentence) {
        return new ApiRefusal(HttpStatus.NOT_FOUND, "UNKNOWN", sentence);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
