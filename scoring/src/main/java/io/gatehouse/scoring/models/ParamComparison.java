package io.gatehouse.scoring.models;

import org.jspecify.annotations.Nullable;

/**
 * One logged param beside what the model file says of it.
 *
 * @param name as it was logged
 * @param said the logged value
 * @param done what the file says; absent where it says nothing
 * @param standing of the two
 */
public record ParamComparison(
        String name, String said, @Nullable String done, Standing standing) {

    /** How what was said stands to what was done. */
    public enum Standing {
        /** The file holds the same value. */
        AGREES,
        /** The file holds another value: this param did not make this model. */
        DIFFERS,
        /** The file holds no such value, but nothing in it contradicts, such as trees that stay within the depth. */
        CONSISTENT,
        /** A model file does not keep this param. */
        NOT_IN_FILE
    }
}
