package io.gatehouse.policy;

import io.gatehouse.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Cost lines as the JSON that is stored: amounts as text, without their currency, which is that of the assumptions around them. */
final class CostLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private CostLines() {}

    private record Line(String name, String monthlyLow, String monthlyHigh, String onceLow, String onceHigh) {}

    static String write(List<CostLine> costs) {
        return JSON.writeValueAsString(costs.stream()
                .map(cost -> new Line(
                        cost.name(),
                        cost.monthlyLow().amount().toPlainString(),
                        cost.monthlyHigh().amount().toPlainString(),
                        cost.onceLow().amount().toPlainString(),
                        cost.onceHigh().amount().toPlainString()))
                .toList());
    }

    static List<CostLine> read(String json, Currency currency) {
        return JSON.readValue(json, new TypeReference<List<Line>>() {}).stream()
                .map(line -> new CostLine(
                        line.name,
                        money(line.monthlyLow, currency),
                        money(line.monthlyHigh, currency),
                        money(line.onceLow, currency),
                        money(line.onceHigh, currency)))
                .toList();
    }

    private static Money money(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
