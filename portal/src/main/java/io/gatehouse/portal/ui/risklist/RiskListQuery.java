package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.house.UrlSegment;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskLists.Filter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The filter of a list in its address, such as {@code ?q=SF-1&band=high&plan_type=basic}. */
final class RiskListQuery {
    static final List<String> BANDS = List.of("very high", "high", "raised");

    private RiskListQuery() {}

    /** Of the first list nothing moved, so what a view of other weeks asks of movement is left out. */
    static Filter read(QueryParameters parameters, Header list) {
        Filter asked = read(parameters, list.segmentNames());
        return list.previous() == null ? asked.ofAnyMovement() : asked;
    }

    /** @param segmentNames columns that may be filtered by; other parameters are left alone */
    @SuppressWarnings("NullAway") // It does not see in the compiled record that the movement may be absent.
    static Filter read(QueryParameters parameters, List<String> segmentNames) {
        Map<String, String> segments = new HashMap<>();
        for (String name : segmentNames) {
            parameters
                    .getSingleParameter(name)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> segments.put(name, value));
        }
        return new Filter(
                parameters.getSingleParameter("q").orElse("").strip(),
                segments,
                parameters.getSingleParameter("band").filter(BANDS::contains).orElse(null),
                parameters
                        .getSingleParameter("moved")
                        .flatMap(RiskListQuery::movement)
                        .orElse(null));
    }

    private static Optional<Movement> movement(String text) {
        return Arrays.stream(Movement.values())
                .filter(movement -> movement.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The address that shows the list so filtered. */
    static String place(long number, Filter filter) {
        Map<String, String> parameters = new TreeMap<>(filter.segments());
        if (!filter.text().isEmpty()) {
            parameters.put("q", filter.text());
        }
        if (filter.band() != null) {
            parameters.put("band", filter.band());
        }
        if (filter.movement() != null) {
            parameters.put("moved", filter.movement().name().toLowerCase(Locale.ROOT));
        }
        StringBuilder address = new StringBuilder(Places.riskList(number));
        parameters.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(UrlSegment.of(name))
                .append('=')
                .append(UrlSegment.of(value)));
        return address.toString();
    }
}
