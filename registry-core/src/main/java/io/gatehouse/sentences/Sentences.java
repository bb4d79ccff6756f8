package io.gatehouse.sentences;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The templates of everything that the product says about models and requests, read from {@code sentences*.properties}. A template names
 * its parameters in braces, with an optional way to write a number: {@code {share:percent}}, {@code {auc:3}} (decimals),
 * {@code {count:whole}}, {@code {net:money}}, {@code {ratio:2}}. What a policy sets is never rounded: {@code {floor:exact}},
 * {@code {margin:exactPercent}}, {@code {cap:exactHundredths}}.
 */
public final class Sentences {
    private static final List<ResourceBundle> ROOMS = List.of(
            ResourceBundle.getBundle("sentences", Locale.ROOT),
            ResourceBundle.getBundle("sentences-audit", Locale.ROOT),
            ResourceBundle.getBundle("sentences-card", Locale.ROOT),
            ResourceBundle.getBundle("sentences-champions", Locale.ROOT),
            ResourceBundle.getBundle("sentences-evaluation", Locale.ROOT),
            ResourceBundle.getBundle("sentences-governance", Locale.ROOT),
            ResourceBundle.getBundle("sentences-notices", Locale.ROOT),
            ResourceBundle.getBundle("sentences-outcomes", Locale.ROOT),
            ResourceBundle.getBundle("sentences-overrides", Locale.ROOT),
            ResourceBundle.getBundle("sentences-policy", Locale.ROOT),
            ResourceBundle.getBundle("sentences-promotion", Locale.ROOT),
            ResourceBundle.getBundle("sentences-risklist", Locale.ROOT),
            ResourceBundle.getBundle("sentences-webhooks", Locale.ROOT));
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)(?::(\\w+))?}");

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
        return new Sentence(code, parameters, render(code, parameters));
    }

    /** The parameters that a template names; empty if there is no such template. */
    public static Optional<Set<String>> holes(String code) {
        return template(code)
                .map(text ->
                        HOLE.matcher(text).results().map(hole -> hole.group(1)).collect(Collectors.toSet()));
    }

    private static Optional<String> template(String code) {
        return ROOMS.stream()
                .filter(bundle -> bundle.containsKey(code))
                .findFirst()
                .map(bundle -> bundle.getString(code));
    }

    private static String render(String code, Map<String, Object> parameters) {
        Matcher hole = HOLE.matcher(template(code)
                .orElseThrow(() -> new IllegalArgumentException("No sentence is known by the code " + code)));
        StringBuilder text = new StringBuilder();
        while (hole.find()) {
            Object value = parameters.get(hole.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The sentence " + code + " needs " + hole.group(1));
            }
            hole.appendReplacement(text, Matcher.quoteReplacement(write(value, hole.group(2), parameters)));
        }
        return hole.appendTail(text).toString();
    }

    private static String write(
            Object value, @org.jspecify.annotations.Nullable String style, Map<String, Object> parameters) {
        if (style == null || !(value instanceof Number number)) {
            return value.toString();
        }
        double figure = number.doubleValue();
        return switch (style) {
            case "percent" -> decimals(figure * 100, 1) + " %";
            case "whole" -> decimals(figure, 0);
            case "exact" -> written("#,##0.00######", figure);
            case "exactPercent" -> written("#,##0.0#######", figure * 100) + " %";
            case "exactHundredths" -> written("#,##0.########", figure * 100);
            case "money" -> money(figure, parameters.get("currency"));
            default -> decimals(figure, Integer.parseInt(style));
        };
    }

    private static String money(double figure, @org.jspecify.annotations.Nullable Object currency) {
        if (currency == null) {
            throw new IllegalArgumentException("A sentence about money needs its currency");
        }
        return Double.isFinite(figure)
                ? Written.money(figure, Currency.getInstance(currency.toString()))
                : decimals(figure, 0);
    }

    private static String decimals(double figure, int places) {
        return written("#,##0" + (places > 0 ? "." + "0".repeat(places) : ""), figure);
    }

    private static String written(String pattern, double figure) {
        if (Double.isNaN(figure)) {
            return "not known";
        }
        if (Double.isInfinite(figure)) {
            return figure > 0 ? "unbounded" : "unbounded below";
        }
        return Written.format(pattern, figure);
    }
}
