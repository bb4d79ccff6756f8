package io.gatehouse.portal.mlflow;

/**
 * The body of a successful answer: a record whose components become snake_case fields. Absent optionals ({@code null}) and empty lists
 * are left out, explicit zeros and empty texts are kept. Controllers return one; it is written with status 200 as JSON whatever the
 * request accepts.
 */
public interface WireAnswer {
    /** The answer {@code {}}. */
    WireAnswer EMPTY = new Empty();

    /** An object without fields. */
    record Empty() implements WireAnswer {}
}
