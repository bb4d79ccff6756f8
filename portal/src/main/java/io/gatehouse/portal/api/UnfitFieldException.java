package io.gatehouse.portal.api;

/** A field of a request cannot be what it is; answered with 400, the field and the sentence. */
public final class UnfitFieldException extends RuntimeException {
    private final String field;

    public UnfitFieldException(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
