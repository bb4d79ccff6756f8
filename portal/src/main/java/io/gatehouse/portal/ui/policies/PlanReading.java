package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.fairness.planning.FairPopulation;
import io.gatehouse.fairness.planning.PlannedAttribute;
import io.gatehouse.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Inputs that were read, or what is wrong with them by field: a column of the policy, {@code customers}, {@code found} or
 * {@code contacted}.
 */
final class PlanReading {
    private static final long MOST_CUSTOMERS = 10_000_000;
    private static final int MOST_GROUPS = 30;

    private final Map<String, String> faults = new LinkedHashMap<>();
    private final List<PlannedAttribute> attributes = new ArrayList<>();
    private final PlanInputs inputs;

    private PlanReading(PlanInputs inputs) {
        this.inputs = inputs;
    }

    static PlanReading of(PlanInputs inputs, PolicyDocument policy) {
        PlanReading reading = new PlanReading(inputs);
        policy.fairness().attributes().forEach(attribute -> reading.attribute(attribute.column(), policy));
        reading.percent("found", inputs.found());
        reading.percent("contacted", inputs.contacted());
        if (!inputs.customers().matches("\\d{1,8}")
                || Long.parseLong(inputs.customers()) < 1
                || Long.parseLong(inputs.customers()) > MOST_CUSTOMERS) {
            reading.faults.put("customers", text("planner.fault.customers"));
        }
        return reading;
    }

    /** What is wrong, by field; nothing if a plan can be made. */
    Map<String, String> faults() {
        return Map.copyOf(faults);
    }

    long customers() {
        return Long.parseLong(inputs.customers());
    }

    /** Only where there are no faults. @throws IllegalArgumentException if the groups cannot be combined */
    FairPopulation population() {
        return new FairPopulation(
                attributes,
                number(inputs.found()).orElseThrow() / 100,
                number(inputs.contacted()).orElseThrow() / 100);
    }

    private void attribute(String column, PolicyDocument policy) {
        List<PlannedAttribute.Group> groups = new ArrayList<>();
        double sum = 0;
        int line = 0;
        for (String text : inputs.groups()
                .getOrDefault(column, "")
                .lines()
                .filter(each -> !each.isBlank())
                .toList()) {
            line++;
            String[] parts = text.split(";", -1);
            OptionalDouble share = parts.length == 3 ? number(parts[1]) : OptionalDouble.empty();
            OptionalDouble leave = parts.length == 3 ? number(parts[2]) : OptionalDouble.empty();
            if (share.isEmpty() || leave.isEmpty() || share.getAsDouble() == 0 || parts[0].isBlank()) {
                faults.put(column, text("planner.fault.line", line));
                return;
            }
            sum += share.getAsDouble();
            groups.add(
                    new PlannedAttribute.Group(parts[0].strip(), share.getAsDouble() / 100, leave.getAsDouble() / 100));
        }
        check(column, groups, sum, policy.fairness().references().get(column));
    }

    private void check(String column, List<PlannedAttribute.Group> groups, double sum, @Nullable String reference) {
        long distinct =
                groups.stream().map(PlannedAttribute.Group::value).distinct().count();
        if (groups.size() < 2 || groups.size() > MOST_GROUPS || distinct < groups.size()) {
            faults.put(column, text("planner.fault.groups", MOST_GROUPS));
        } else if (Math.abs(sum - 100) > 1) {
            faults.put(column, text("planner.fault.sum", Math.round(sum * 10) / 10.0));
        } else if (reference != null
                && groups.stream().noneMatch(group -> group.value().equals(reference))) {
            faults.put(column, text("planner.fault.reference", reference));
        } else {
            attributes.add(new PlannedAttribute(column, shared(groups, sum)));
        }
    }

    /** Shares as parts of one, made to add up where they were rounded. */
    private static List<PlannedAttribute.Group> shared(List<PlannedAttribute.Group> groups, double sum) {
        return groups.stream()
                .map(group -> new PlannedAttribute.Group(group.value(), group.share() / sum * 100, group.baseRate()))
                .toList();
    }

    private void percent(String field, String text) {
        if (number(text).isEmpty()) {
            faults.put(field, text("planner.fault.percent"));
        }
    }

    /** 0 to 100. */
    private static OptionalDouble number(String text) {
        String number = text.strip().replace("%", "").strip().replace(',', '.');
        if (!number.matches("\\d{1,3}(\\.\\d{1,6})?") || Double.parseDouble(number) > 100) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(number));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
