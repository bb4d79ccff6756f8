package io.gatehouse.portal.ui.audit;

import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.auditlog.AuditQuery;
import io.gatehouse.house.HouseDays;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.Places;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks to see of the log, such as {@code ?action=promotion.*&from=2026-03-14}. What cannot be read counts as absent.
 *
 * @param from the first day
 * @param to the last day
 * @param before number of the event that the page before ended with; 0 for the newest
 * @param after number of the event that the page after began with; 0 otherwise
 */
record AuditAddress(
        @Nullable UUID person,
        String action,
        String object,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Actor.@Nullable Via via,
        long before,
        long after) {

    static AuditAddress of(QueryParameters parameters) {
        return new AuditAddress(
                one(parameters, "person", UUID::fromString).orElse(null),
                one(parameters, "action", text -> text).orElse(""),
                one(parameters, "object", text -> text).orElse(""),
                one(parameters, "from", LocalDate::parse).orElse(null),
                one(parameters, "to", LocalDate::parse).orElse(null),
                Arrays.stream(Actor.Via.values())
                        .filter(via -> via.name()
                                .equalsIgnoreCase(
                                        parameters.getSingleParameter("via").orElse("")))
                        .findFirst()
                        .orElse(null),
                one(parameters, "before", Long::valueOf).filter(seq -> seq > 0).orElse(0L),
                one(parameters, "after", Long::valueOf).filter(seq -> seq > 0).orElse(0L));
    }

    AuditQuery query() {
        return new AuditQuery(person, action, object, start(from, 0), start(to, 1), via);
    }

    boolean narrows() {
        return query().narrows();
    }

    AuditAddress newest() {
        return new AuditAddress(person, action, object, from, to, via, 0, 0);
    }

    AuditAddress olderThan(long seq) {
        return new AuditAddress(person, action, object, from, to, via, seq, 0);
    }

    AuditAddress newerThan(long seq) {
        return new AuditAddress(person, action, object, from, to, via, 0, seq);
    }

    /** The address of the screen that shows this. */
    String place() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("person", person == null ? "" : person.toString());
        parameters.put("action", action);
        parameters.put("object", object);
        parameters.put("from", from == null ? "" : from.toString());
        parameters.put("to", to == null ? "" : to.toString());
        parameters.put("via", via == null ? "" : via.name());
        parameters.put("before", before == 0 ? "" : Long.toString(before));
        parameters.put("after", after == 0 ? "" : Long.toString(after));
        String query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Places.AUDIT + (query.isEmpty() ? "" : "?" + query);
    }

    @Nullable
    Instant start(@Nullable LocalDate day, int daysLater) {
        return day == null
                ? null
                : day.plusDays(daysLater).atStartOfDay(HouseDays.zone()).toInstant();
    }

    /** Reads one parameter. */
    private interface Reader<T> {
        T read(String text);
    }

    private static <T> Optional<T> one(QueryParameters parameters, String name, Reader<T> reader) {
        String text =
                parameters.getSingleParameter(name).orElse("").replace("\0", "").strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.read(text));
        } catch (IllegalArgumentException | DateTimeException unfit) {
            // An address that somebody mistyped shows the log without that filter.
            return Optional.empty();
        }
    }
}
