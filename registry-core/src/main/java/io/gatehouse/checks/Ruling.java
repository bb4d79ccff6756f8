package io.gatehouse.checks;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.ids.Digests;
import io.gatehouse.policy.PolicyText;
import io.gatehouse.policy.ValueBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the checks of one policy said of one piece of evidence, with the digests of all that it rests on. The same case and evidence give
 * the same bytes, on any day and on any number of cores.
 *
 * @param of what was judged
 * @param evidenceSha256 of the prediction table
 * @param seed of everything drawn at random; taken from the evidence, so that nobody chooses it
 * @param checks failures first
 * @param wayOut verdicts and length of the list at other thresholds; empty where they cannot be told
 */
public record Ruling(Case of, String evidenceSha256, long seed, List<CheckResult> checks, Optional<SafeBand> wayOut) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Ruling {
        checks = List.copyOf(checks);
    }

    /** The worst of the checks: all must pass. */
    public Verdict verdict() {
        return Verdict.ofAll(checks.stream().map(CheckResult::verdict).toList());
    }

    /** The ruling as canonical JSON (RFC 8785). */
    public String canonical() {
        return canonical(JSON.valueToTree(checks));
    }

    private String canonical(JsonNode told) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("format", 1);
        fields.put("model", of.model());
        fields.put("version", of.version());
        fields.put("alias", of.alias());
        fields.put("compared_with", of.champion());
        fields.put("policy_sha256", Digests.sha256(PolicyText.canonical(of.policy())));
        fields.put("assumptions_sha256", ValueBook.sha256(of.assumptions()));
        fields.put("evidence_sha256", evidenceSha256);
        if (of.descriptionSha256() != null) {
            // Rulings from before it was written down keep their digest.
            fields.put("description_sha256", of.descriptionSha256());
        }
        TestSetUse testSet = of.testSet();
        fields.put("test_set_judged_before", testSet == null ? null : testSet.evaluations());
        // As text: readers of JSON may round a whole number of 64 bits.
        fields.put("seed", Long.toUnsignedString(seed));
        fields.put("verdict", verdict().name());
        fields.put("checks", plain(told));
        fields.put("way_out", wayOut.map(band -> plain(JSON.valueToTree(band))).orElse(null));
        return CanonicalJson.writeFigures(fields);
    }

    /** Digest of {@link #canonical()}. */
    public String sha256() {
        return Digests.sha256(canonical());
    }

    /**
     * Digest of the ruling in the words of an earlier one: a release that only says a thing better has not found another.
     *
     * @param kept the checks as the earlier ruling told them
     */
    public String sha256InWordsOf(List<CheckResult> kept) {
        return Digests.sha256(canonical(KeptWords.in(kept, checks)));
    }

    /** The checks as JSON, in the words of an earlier ruling wherever it said the same. */
    public JsonNode inWordsOf(List<CheckResult> kept) {
        return JSON.readTree(JSON.writeValueAsString(KeptWords.in(kept, checks)));
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream().map(Ruling::plain).toList();
        }
        if (node.isBigDecimal()) {
            return node.decimalValue().toPlainString();
        }
        if (node.isFloatingPointNumber()) {
            return node.doubleValue();
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() ? null : node.stringValue();
    }
}
