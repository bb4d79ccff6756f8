package io.gatehouse.portal.mlflow;

/** A request that the wire refuses; it becomes the error body {@code {"error_code", "message"}}. */
public final class MlflowRefusal extends RuntimeException {
    private final MlflowError error;

    public MlflowRefusal(MlflowError error, String message) {
        super(message);
        this.error = error;
    }

    /** {@code INVALID_PARAMETER_VALUE}, the commonest refusal. */
    public static MlflowRefusal invalid(String message) {
        return new MlflowRefusal(MlflowError.INVALID_PARAMETER_VALUE, message);
    }

    /** {@code RESOURCE_DOES_NOT_EXIST}. */
    public static MlflowRefusal missing(String message) {
        return new MlflowRefusal(MlflowError.RESOURCE_DOES_NOT_EXIST, message);
    }

    public MlflowError error() {
        return error;
    }
}
