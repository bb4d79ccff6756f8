package io.gatehouse.policy;

import io.gatehouse.modelcard.CardField;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which numbers a policy can mean. */
final class PolicyRanges {
    private static final int LONGEST_WAIT = 365;
    private static final int LONGEST_OVERRIDE = 90;

    /** Two weeks in hours; what was approved longer ago should be looked at again. */
    private static final int LONGEST_DELAY = 336;

    private PolicyRanges() {}

    /** The fields that cannot be meant, without their place in a text. */
    static List<PolicyFault> faults(PolicyDocument policy) {
        PolicyDocument.Fairness fairness = policy.fairness();
        return Stream.of(
                        execution(policy.execution()),
                        approvals(policy.approvals()),
                        card(policy.modelCard()),
                        Stream.of(
                                rule(
                                        "name",
                                        policy.name().matches("[a-z0-9][a-z0-9-]{0,59}"),
                                        "must be lower-case letters, digits and hyphens"),
                                share("acting_threshold", policy.actingThreshold()),
                                rule(
                                        "performance.auc_floor",
                                        policy.performance().aucFloor() >= 0.5
                                                && policy.performance().aucFloor() < 1,
                                        "must be at least 0.5, which is a coin, and below 1"),
                                share(
                                        "performance.non_inferiority",
                                        policy.performance().nonInferiority()),
                                share("performance.gap", policy.performance().gap()),
                                share(
                                        "performance.logged_tolerance",
                                        policy.performance().loggedTolerance()),
                                rule(
                                        "fairness.metrics",
                                        !fairness.metrics().isEmpty(),
                                        "must name at least one metric"),
                                rule(
                                        "fairness.attributes",
                                        !fairness.attributes().isEmpty(),
                                        "must name at least one attribute"),
                                share("fairness.tolerance", fairness.tolerance()),
                                share("fairness.difference_cap", fairness.differenceCap()),
                                rule("fairness.min_denominator", fairness.minDenominator() >= 1, "must be at least 1"),
                                rule("fairness.min_events", fairness.minEvents() >= 0, "must be at least 0"),
                                rule(
                                        "fairness.min_share",
                                        fairness.minShare() >= 0 && fairness.minShare() < 1,
                                        "must be at least 0 and below 1"),
                                alpha("fairness.alpha", fairness.alpha()),
                                rule(
                                        "value.margin",
                                        policy.value().margin() >= 0
                                                && policy.value().margin() < 1,
                                        "must be at least 0 and below 1"),
                                alpha("value.alpha", policy.value().alpha()),
                                rule(
                                        "override_days",
                                        policy.overrideDays() == null
                                                || policy.overrideDays() >= 0
                                                        && policy.overrideDays() <= LONGEST_OVERRIDE,
                                        "must be 0 to " + LONGEST_OVERRIDE)))
                .flatMap(rules -> rules)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Stream<Optional<PolicyFault>> execution(@Nullable Execution when) {
        if (when == null) {
            return Stream.of();
        }
        String window = when.window();
        Integer hours = when.afterHours();
        return Stream.of(
                rule("execution", window != null || hours != null, "must say a window, after_hours or both"),
                rule(
                        "execution.window",
                        window == null || ExecutionWindow.parse(window).isPresent(),
                        "must be days and times of one day such as Mon-Thu 06:00-16:00, a quarter of an hour apart or more"),
                rule(
                        "execution.after_hours",
                        hours == null || hours >= 1 && hours <= LONGEST_DELAY,
                        "must be 1 to " + LONGEST_DELAY + " hours"));
    }

    private static Stream<Optional<PolicyFault>> approvals(Approvals asked) {
        int named = asked.roles() == null ? 0 : asked.roles().size();
        boolean plain = asked.equals(Approvals.of(asked.number()));
        Integer remind = asked.remindAfter();
        Integer expire = asked.expiresAfter();
        return Stream.of(
                rule(
                        plain ? "approvals" : "approvals.number",
                        asked.number() >= 1 && asked.number() <= 5,
                        "must be 1 to 5"),
                rule("approvals.roles", named <= asked.number(), "names more people than approvals.number asks for"),
                rule("approvals.in_order", !asked.ordered() || named > 1, "needs two roles or more to put in order"),
                days("approvals.remind_after", remind),
                days("approvals.expires_after", expire),
                rule(
                        "approvals.remind_after",
                        remind == null || expire == null || remind < expire,
                        "must be fewer days than expires_after"));
    }

    private static Stream<Optional<PolicyFault>> card(PolicyDocument.@Nullable Card asked) {
        List<CardField> fields = asked == null ? List.of() : asked.required();
        Set<CardField> seen = EnumSet.noneOf(CardField.class);
        return Stream.concat(
                Stream.of(rule(
                        "model_card.required",
                        asked == null || !fields.isEmpty(),
                        "must name at least one field; leave model_card out where none is needed")),
                fields.stream()
                        .filter(field -> !seen.add(field))
                        .map(field -> rule("model_card.required", false, "names " + field + " twice")));
    }

    private static Optional<PolicyFault> days(String field, @Nullable Integer days) {
        return rule(field, days == null || days >= 1 && days <= LONGEST_WAIT, "must be 1 to " + LONGEST_WAIT + " days");
    }

    private static Optional<PolicyFault> share(String field, double value) {
        return rule(field, value > 0 && value < 1, "must lie between 0 and 1");
    }

    private static Optional<PolicyFault> alpha(String field, double value) {
        return rule(field, value > 0 && value < 0.5, "must lie between 0 and 0.5");
    }

    private static Optional<PolicyFault> rule(String field, boolean met, String problem) {
        return met ? Optional.empty() : Optional.of(new PolicyFault(0, 0, field, problem));
    }
}
