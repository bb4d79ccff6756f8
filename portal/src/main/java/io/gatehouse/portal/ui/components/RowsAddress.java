package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The choices of a reader as parameters of the address, beside those that the page has for itself. */
final class RowsAddress {
    private final String path;
    private final Map<String, List<String>> parameters;

    RowsAddress(Location at) {
        path = at.getPath();
        parameters = new LinkedHashMap<>(at.getQueryParameters().getParameters());
    }

    /** Empty if the address does not say. */
    String get(String parameter) {
        return parameters.getOrDefault(parameter, List.of()).stream()
                .findFirst()
                .orElse("");
    }

    /** From 1; what cannot be read is the first. */
    int page() {
        return get("page").matches("[1-9]\\d{0,5}") ? Integer.parseInt(get("page")) : 1;
    }

    /** Another choice shows its first page. @param value empty for none */
    void set(String parameter, String value) {
        parameters.remove("page");
        parameters.remove(parameter);
        if (!value.isEmpty()) {
            parameters.put(parameter, List.of(value));
        }
    }

    /** What follows the question mark, without the page that is leafed to. */
    String choices() {
        Map<String, List<String>> kept = new LinkedHashMap<>(parameters);
        kept.remove("page");
        return kept.isEmpty() ? "" : new QueryParameters(kept).getQueryString();
    }

    /** Without a step back in the browser for each letter that is typed. */
    void write(UI ui) {
        ui.getPage().getHistory().replaceState(null, new Location(path, new QueryParameters(parameters)));
    }

    /** Whether each word that is looked for is somewhere in a text. */
    static boolean contains(String text, String wanted) {
        String low = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(wanted.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(low::contains);
    }
}
