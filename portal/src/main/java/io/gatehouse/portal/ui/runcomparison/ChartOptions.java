package io.gatehouse.portal.ui.runcomparison;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Options of Apache ECharts, written as JSON. */
final class ChartOptions {
    private static final JsonMapper JSON = new JsonMapper();
    private final Map<String, Object> options = new LinkedHashMap<>();

    /** @param value a number, a word, a list or a map of such */
    ChartOptions with(String name, Object value) {
        options.put(name, value);
        return this;
    }

    Map<String, Object> map() {
        return options;
    }

    String json() {
        return JSON.writeValueAsString(options);
    }
}
