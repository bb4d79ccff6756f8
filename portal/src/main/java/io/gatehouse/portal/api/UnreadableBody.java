package io.gatehouse.portal.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Finds the field of a JSON body that could not be read. */
final class UnreadableBody {
    private UnreadableBody() {}

    /** Such as {@code version}; empty if the body as a whole is no JSON object. */
    static Optional<String> in(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof MismatchedInputException mismatch
                ? path(mismatch.getPath())
                : Optional.empty();
    }

    private static Optional<String> path(List<JacksonException.Reference> steps) {
        String path = steps.stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }
}
