package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.policy.PolicyDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is planned with, as the address carries it: nothing of it is checked here.
 *
 * @param groups by column of the policy: one group a line, {@code name; share in %; leavers of 100}
 * @param customers with a known outcome, in the test rows
 * @param found of 100 leavers, at the acting threshold
 * @param contacted of 100 who stay, at the acting threshold
 */
record PlanInputs(Map<String, String> groups, String customers, String found, String contacted) {
    private static final String GROUPS = "groups.";

    static PlanInputs of(QueryParameters address, PolicyDocument policy) {
        Map<String, String> groups = new LinkedHashMap<>();
        policy.fairness()
                .attributes()
                .forEach(attribute -> groups.put(
                        attribute.column(),
                        one(address, GROUPS + attribute.column()).orElse("")));
        return new PlanInputs(
                groups,
                one(address, "customers").orElse(""),
                one(address, "found").orElse(""),
                one(address, "contacted").orElse(""));
    }

    private static Optional<String> one(QueryParameters address, String name) {
        return address.getSingleParameter(name);
    }

    /** As an evaluation found it on its test rows; attributes that it did not judge stay empty. Empty if it could not count at all. */
    static Optional<PlanInputs> of(Evaluation evaluation, PolicyDocument policy) {
        Optional<PerformanceFigures> performance = evaluation.performance();
        if (performance.isEmpty()) {
            return Optional.empty();
        }
        ConfusionCounts all = performance.get().atThreshold();
        List<SegmentFigures> segments = evaluation
                .check(CheckName.FAIRNESS)
                .map(check -> check.segments())
                .orElse(List.of());
        Map<String, String> groups = new LinkedHashMap<>();
        policy.fairness()
                .attributes()
                .forEach(attribute -> groups.put(attribute.column(), lines(segments, attribute.column())));
        return Optional.of(new PlanInputs(
                groups,
                String.valueOf(all.total()),
                percent(all.truePositives(), all.positives()),
                percent(all.falsePositives(), all.negatives())));
    }

    private static String lines(List<SegmentFigures> segments, String column) {
        Map<String, ConfusionCounts> groups = new LinkedHashMap<>();
        segments.stream()
                .filter(group -> group.attribute().equals(column))
                .forEach(group -> groups.putIfAbsent(group.group(), group.counts()));
        long total = groups.values().stream().mapToLong(ConfusionCounts::total).sum();
        return groups.entrySet().stream()
                .map(group -> group.getKey() + "; " + percent(group.getValue().total(), total) + "; "
                        + percent(group.getValue().positives(), group.getValue().total()))
                .collect(Collectors.joining("\n"));
    }

    /** Of 100, in tenths; nothing of nothing is 0. */
    private static String percent(long part, long whole) {
        return whole == 0
                ? "0"
                : BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** What {@link #of(QueryParameters, PolicyDocument)} reads back. */
    QueryParameters address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        groups.forEach((column, lines) -> parameters.put(GROUPS + column, lines));
        parameters.put("customers", customers);
        parameters.put("found", found);
        parameters.put("contacted", contacted);
        return QueryParameters.simple(parameters);
    }

    boolean isEmpty() {
        return customers.isBlank() && groups.values().stream().allMatch(String::isBlank);
    }
}
