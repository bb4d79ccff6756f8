package io.gatehouse.portal.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the fields of requests, and says by name which one cannot be what it is. */
final class RequestFields {
    private RequestFields() {}

    static String optional(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** One of the names of an enum, in any case. */
    static <E extends Enum<E>> E oneOf(Class<E> type, String field, String value) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UnfitFieldException(
                        field,
                        field + " cannot be '" + value + "'. It is one of "
                                + String.join(
                                        ", ", constants.stream().map(Enum::name).toList()) + "."));
    }
}
