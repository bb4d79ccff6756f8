package io.gatehouse.portal.mlflow;

import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;

/** The core's refusals in MLflow's codes. */
final class Refusals {
    private Refusals() {}

    /** @throws MlflowRefusal if it was refused */
    static <T> T orRefuse(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal refusal) -> throw onWire(refusal);
        };
    }

    static MlflowRefusal onWire(Refusal refusal) {
        MlflowError error = switch (refusal.kind()) {
            case UNKNOWN -> MlflowError.RESOURCE_DOES_NOT_EXIST;
            case TAKEN -> MlflowError.RESOURCE_ALREADY_EXISTS;
            case INVALID -> MlflowError.INVALID_PARAMETER_VALUE;
            case PROTECTED -> MlflowError.PERMISSION_DENIED;
        };
        return new MlflowRefusal(error, refusal.sentence().english());
    }
}
