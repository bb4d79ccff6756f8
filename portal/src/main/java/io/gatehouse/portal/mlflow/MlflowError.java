package io.gatehouse.portal.mlflow;

/**
 * MLflow's error codes with their HTTP statuses. Clients retry every method on 408, 429, 500, 502, 503 and 504, for minutes, so a
 * mistake of the client is never answered with one of those.
 */
public enum MlflowError {
    INVALID_PARAMETER_VALUE(400),
    BAD_REQUEST(400),
    RESOURCE_ALREADY_EXISTS(400),
    UNAUTHENTICATED(401),
    PERMISSION_DENIED(403),
    RESOURCE_DOES_NOT_EXIST(404),
    NOT_FOUND(404),
    ENDPOINT_NOT_FOUND(404),
    RESOURCE_CONFLICT(409),
    INTERNAL_ERROR(500),
    NOT_IMPLEMENTED(501),
    TEMPORARILY_UNAVAILABLE(503);

    private final int status;

    MlflowError(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with the code. */
    public int status() {
        return status;
    }
}
