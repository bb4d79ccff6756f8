package io.gatehouse.auditlog;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an event was about, read from its object.
 *
 * @param kind which page tells of it
 * @param parts by name: {@code model}, {@code version}, {@code alias}, {@code request}, {@code list}, {@code policy}, {@code run},
 *     {@code experiment}, {@code subject} and others
 */
public record AuditSubject(Kind kind, Map<String, String> parts) {

    /** What there is to do something to. */
    public enum Kind {
        MODEL("model/(?<model>[^/]+)"),
        VERSION("model/(?<model>[^/]+)/version/(?<version>\\d+)"),
        ALIAS("model/(?<model>[^/]+)/alias/(?<alias>.+)"),
        PROMOTION("promotion/PR-(?<request>\\d+)"),
        OVERRIDE("override/OV-(?<override>\\d+)"),
        RISK_LIST("risk-list/(?<list>\\d+)"),
        POLICY("policy/(?<policy>.+)"),
        VALUE_ASSUMPTIONS("value-assumptions.*"),
        RUN("run/(?<run>.+)"),
        EXPERIMENT("experiment/(?<experiment>.+)"),
        LOGGED_MODEL("logged-model/(?<logged>.+)"),
        FILES("artifacts/(?<path>.*)"),
        EVALUATION("evaluation/(?<evaluation>.+)"),
        PERSON("person/(?<subject>.+)"),
        TOKEN("token/.+"),
        WEBHOOK("webhook/.+"),
        PERMISSION("permission/(?<permission>.+)"),
        EXAMINATION("examination/EX-(?<examination>\\d+)"),
        CHECKPOINT("checkpoint/(?<checkpoint>\\d+)"),
        OTHER(".*");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        }
    }

    /** @param named what an id is called now; anything else comes back as it is */
    static AuditSubject of(String object, UnaryOperator<String> named) {
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.pattern.matcher(object);
            if (matcher.matches()) {
                Map<String, String> parts = new java.util.TreeMap<>();
                kind.pattern.namedGroups().forEach((name, group) -> parts.put(name, named.apply(matcher.group(group))));
                return new AuditSubject(kind, Map.copyOf(parts));
            }
        }
        throw new IllegalStateException("The last pattern fits everything");
    }
}
