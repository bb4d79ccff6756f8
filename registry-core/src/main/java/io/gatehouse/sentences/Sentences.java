package io.gatehouse.sentences;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The templates of everything that the product says about models and requests, read from {@code sentences*.properties}. A template names
 * its parameters in braces, with an optional way to write a number: {@code {share:percent}}, {@code {auc:3}} (decimals),
 * {@code {count:whole}}, {@code {net:money}}, {@code {ratio:2}}. What a policy sets is never rounded: {@code {floor:exact}},
 * {@code {margin:exactPercent}}, {@code {cap:exactHundredths}}. In another language than English a template also says which of its
 * words are the product's own and are told again: see {@link Retold}.
 */
public final class Sentences {
    static final List<String> ROOMS = List.of(
            "sentences",
            "sentences-accounts",
            "sentences-audit",
            "sentences-card",
            "sentences-champions",
            "sentences-evaluation",
            "sentences-governance",
            "sentences-notices",
            "sentences-outcomes",
            "sentences-overrides",
            "sentences-parts",
            "sentences-policy",
            "sentences-prepared",
            "sentences-promotion",
            "sentences-reasons",
            "sentences-risklist",
            "sentences-webhooks",
            "sentences-work");
    static final Pattern HOLE = Pattern.compile("\\{(\\w+)(?::(\\w+))?}");

    /** By code; a list of a thousand models says some thousand sentences. */
    private static final Map<Language, Map<String, String>> TEMPLATES = new ConcurrentHashMap<>();

    /** Templates taken apart; there are as many as the bundles hold. */
    private static final Map<String, List<Piece>> PIECES = new ConcurrentHashMap<>();

    private Sentences() {}

    /**
     * Renders a template.
     *
     * @param code key of the template
     * @param keysAndValues alternating parameter names and values, as {@link Map#of} takes them
     * @throws IllegalArgumentException if the template is unknown or one of its holes has no parameter: both are bugs
     */
    public static Sentence say(String code, Object... keysAndValues) {
        if (keysAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("Parameters of " + code + " come in pairs");
        }
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            parameters.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return say(code, parameters);
    }

    /**
     * Renders a template.
     *
     * @param parameters values by name; those that the template does not name are kept all the same
     * @throws IllegalArgumentException if the template is unknown or one of its holes has no parameter: both are bugs
     */
    public static Sentence say(String code, Map<String, Object> parameters) {
        String template = template(code, Language.ENGLISH)
                .orElseThrow(() -> new IllegalArgumentException("No sentence is known by the code " + code));
        return new Sentence(code, parameters, render(template, code, parameters, Language.ENGLISH));
    }

    /** The parameters that a template names; empty if there is no such template. */
    public static Optional<Set<String>> holes(String code) {
        return template(code, Language.ENGLISH)
                .map(text ->
                        HOLE.matcher(text).results().map(hole -> hole.group(1)).collect(Collectors.toSet()));
    }

    /** A sentence in another language; in English where it was made of other things than its template names by now. */
    static String retold(Sentence sentence, Language language) {
        Optional<String> template = template(sentence.code(), language);
        return template.isPresent() && filled(template.get(), sentence.parameters())
                ? render(template.get(), sentence.code(), sentence.parameters(), language)
                : Retold.said(sentence.english(), language);
    }

    private static boolean filled(String template, Map<String, Object> parameters) {
        return HOLE.matcher(template)
                .results()
                .allMatch(hole -> parameters.containsKey(hole.group(1))
                        && (!"money".equals(hole.group(2)) || parameters.containsKey("currency")));
    }

    static Optional<String> template(String code, Language language) {
        return Optional.ofNullable(TEMPLATES
                .computeIfAbsent(language, each -> Bundles.all(ROOMS, each))
                .get(code));
    }

    static String render(String template, String code, Map<String, Object> parameters, Language language) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : PIECES.computeIfAbsent(template, Sentences::pieces)) {
            text.append(piece.before);
            if (piece.hole != null) {
                Object value = parameters.get(piece.hole);
                if (value == null) {
                    throw new IllegalArgumentException("The sentence " + code + " needs " + piece.hole);
                }
                text.append(write(value, piece.style, parameters, language));
            }
        }
        return text.toString();
    }

    /** @param before text up to a hole, or to the end @param hole absent at the end @param style absent if the hole names none */
    private record Piece(
            String before, @Nullable String hole, @Nullable String style) {}

    private static List<Piece> pieces(String template) {
        List<Piece> pieces = new ArrayList<>();
        Matcher hole = HOLE.matcher(template);
        int end = 0;
        while (hole.find()) {
            pieces.add(new Piece(template.substring(end, hole.start()), hole.group(1), hole.group(2)));
            end = hole.end();
        }
        pieces.add(new Piece(template.substring(end), null, null));
        return List.copyOf(pieces);
    }

    private static String write(
            Object value, @Nullable String style, Map<String, Object> parameters, Language language) {
        if (!(value instanceof Number number)) {
            return language == Language.ENGLISH ? value.toString() : Retold.part(value.toString(), style, language);
        }
        double figure = number.doubleValue();
        return switch (style) {
            case null -> value.toString();
            // Of words, wherever a figure stands in their place.
            case "said", "list", "settings", "either", "amount", "attribute" -> value.toString();
            case "percent" -> decimals(figure * 100, 1, language) + " %";
            case "whole" -> decimals(figure, 0, language);
            case "exact" -> written("#,##0.00######", figure, language);
            case "exactPercent" -> written("#,##0.0#######", figure * 100, language) + " %";
            case "exactHundredths" -> written("#,##0.########", figure * 100, language);
            case "money" -> money(figure, parameters.get("currency"), language);
            default -> decimals(figure, Integer.parseInt(style), language);
        };
    }

    private static String money(double figure, @Nullable Object currency, Language language) {
        if (currency == null) {
            throw new IllegalArgumentException("A sentence about money needs its currency");
        }
        return Double.isFinite(figure)
                ? Written.money(figure, Currency.getInstance(currency.toString()), language)
                : decimals(figure, 0, language);
    }

    private static String decimals(double figure, int places, Language language) {
        return written("#,##0" + (places > 0 ? "." + "0".repeat(places) : ""), figure, language);
    }

    private static String written(String pattern, double figure, Language language) {
        boolean english = language == Language.ENGLISH;
        if (Double.isNaN(figure)) {
            return Written.notKnown(language);
        }
        if (Double.isInfinite(figure)) {
            return figure > 0
                    ? english ? "unbounded" : "unbegrenzt"
                    : english ? "unbounded below" : "nach unten unbegrenzt";
        }
        return Written.format(pattern, figure, language);
    }
}
