package io.gatehouse.policy;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.house.HouseDays;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A policy as the sentences that a lawyer would read, made of the same numbers that the checks judge by. */
public final class PolicyInWords {
    private PolicyInWords() {}

    /** @param heading such as Fairness @param sentences in reading order */
    public record Clause(String heading, List<Sentence> sentences) {
        public Clause {
            sentences = List.copyOf(sentences);
        }
    }

    /** The clauses, in the order in which people ask. */
    public static List<Clause> of(PolicyDocument policy) {
        return List.of(
                new Clause("Who decides", who(policy)),
                new Clause(
                        "When somebody is acted on",
                        List.of(say("policy.words.threshold", "threshold", policy.actingThreshold()))),
                new Clause("Performance", performance(policy.performance())),
                new Clause("Fairness", fairness(policy.fairness())),
                new Clause(
                        "Value",
                        List.of(say(
                                "policy.words.value",
                                "margin",
                                policy.value().margin(),
                                "confidence",
                                1 - policy.value().alpha()))),
                new Clause(
                        "Reproducibility",
                        List.of(say(
                                "policy.words.reproducibility",
                                "ingredients",
                                enumeration(policy.reproducibility().required().stream()
                                        .map(ingredient -> say("policy.words.ingredient." + ingredient.name())
                                                .english())
                                        .toList())))),
                new Clause("Model card", card(policy.cardFields())));
    }

    private static List<Sentence> card(List<CardField> asked) {
        return asked.isEmpty()
                ? List.of(say("policy.words.card.none"))
                : List.of(
                        say(
                                "policy.words.card",
                                "fields",
                                enumeration(asked.stream()
                                        .map(field -> Words.of(field).toLowerCase(Locale.ROOT))
                                        .toList())),
                        say("policy.words.card.void"));
    }

    private static List<Sentence> who(PolicyDocument policy) {
        List<Sentence> sentences = new ArrayList<>();
        String unavailable = policy.unavailable();
        if (unavailable != null) {
            sentences.add(say("policy.words.unavailable", "reason", unavailable));
        }
        sentences.addAll(approvals(policy.approvals()));
        sentences.addAll(execution(policy.execution()));
        List<PolicyDocument.Question> excused = policy.mayNotApply();
        if (excused != null && !excused.isEmpty()) {
            sentences.add(say(
                    "policy.words.excused",
                    "checks",
                    enumeration(excused.stream()
                            .map(question -> question.name().toLowerCase(Locale.ROOT))
                            .toList())));
        }
        Integer days = policy.overrideDays();
        if (days != null) {
            sentences.add(days == 0 ? say("policy.words.override.none") : say("policy.words.override", "days", days));
        }
        return sentences;
    }

    private static List<Sentence> approvals(Approvals asked) {
        Sentence people = asked.number() == 1
                ? say("policy.words.who.one")
                : say("policy.words.who.many", "count", asked.number());
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(say("policy.words.who", "approvals", people.english()));
        if (asked.roles() != null && !asked.roles().isEmpty()) {
            sentences.add(say(
                    asked.ordered() ? "policy.words.who.order" : "policy.words.who.kinds",
                    "kinds",
                    enumeration(asked.seats().stream()
                            .map(kind ->
                                    say("policy.words.approver." + kind.name()).english())
                            .toList())));
        }
        Integer remind = asked.remindAfter();
        if (remind != null) {
            sentences.add(say("policy.words.remind", "days", remind));
        }
        Integer expire = asked.expiresAfter();
        sentences.add(expire == null ? say("policy.words.expire.never") : say("policy.words.expire", "days", expire));
        return sentences;
    }

    private static List<Sentence> execution(@Nullable Execution when) {
        if (when == null) {
            return List.of();
        }
        List<Sentence> sentences = new ArrayList<>();
        Integer hours = when.afterHours();
        if (hours != null) {
            sentences.add(
                    hours == 1
                            ? say("policy.words.execution.after.one")
                            : say("policy.words.execution.after", "hours", hours));
        }
        String window = when.window();
        if (window != null) {
            ExecutionWindow parsed = ExecutionWindow.parse(window).orElseThrow();
            sentences.add(say(
                    "policy.words.execution.window",
                    "days",
                    enumeration(parsed.dayNames()),
                    "from",
                    parsed.from().toString(),
                    "until",
                    parsed.until().toString(),
                    "zone",
                    HouseDays.zone().getId()));
        }
        sentences.add(say("policy.words.execution.until_then"));
        return sentences;
    }

    private static List<Sentence> performance(PolicyDocument.Performance asked) {
        return List.of(
                say("policy.words.floor", "floor", asked.aucFloor(), "tolerance", asked.loggedTolerance()),
                say("policy.words.gap", "gap", asked.gap()),
                say("policy.words.champion", "margin", asked.nonInferiority()));
    }

    private static List<Sentence> fairness(PolicyDocument.Fairness asked) {
        List<Sentence> sentences = new ArrayList<>();
        String attributes = enumeration(asked.attributes().stream()
                .map(PolicyDocument.Attribute::called)
                .toList());
        asked.metrics()
                .forEach(metric -> sentences.add(say(
                        "policy.words.rate",
                        "attributes",
                        attributes,
                        "rate",
                        say("policy.words.rate." + metric.name()).english(),
                        "tolerance",
                        asked.tolerance(),
                        "inverse",
                        1 / asked.tolerance(),
                        "cap",
                        asked.differenceCap())));
        sentences.add(say("policy.words.sure", "confidence", 1 - asked.alpha()));
        new TreeMap<>(asked.references())
                .forEach((attribute, group) ->
                        sentences.add(say("policy.words.reference.named", "attribute", attribute, "group", group)));
        sentences.add(say("policy.words.reference.largest"));
        sentences.add(say(
                "policy.words.small",
                "rows",
                asked.minDenominator(),
                "events",
                asked.minEvents(),
                "share",
                asked.minShare(),
                "consequence",
                say(asked.smallGroupsBlock() ? "policy.words.small.block" : "policy.words.small.listed")
                        .english()));
        sentences.add(say("policy.words.intersections." + asked.intersections().name()));
        return sentences;
    }

    private static String enumeration(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : Stream.concat(
                                Stream.of(words.subList(0, last).stream().collect(Collectors.joining(", "))),
                                Stream.of(words.get(last)))
                        .collect(Collectors.joining(" and "));
    }
}
