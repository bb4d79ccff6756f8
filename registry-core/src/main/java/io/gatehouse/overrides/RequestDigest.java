package io.gatehouse.overrides;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.ids.Digests;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What votes on a request are bound to: its evaluation, and the overrides in force that they accept with it. */
public final class RequestDigest {
    private RequestDigest() {}

    /**
     * @param evaluationDigest of the evaluation that the request stands on
     * @param overrides of the request, in any state
     * @return the evaluation's own digest where no override of it is in force
     */
    public static String of(String evaluationDigest, List<CheckOverride> overrides) {
        List<Map<String, Object>> inForce = overrides.stream()
                .filter(each -> each.state() == OverrideState.IN_FORCE
                        && each.evaluationDigest().equals(evaluationDigest))
                .sorted(Comparator.comparingLong(CheckOverride::number))
                .map(RequestDigest::part)
                .toList();
        return inForce.isEmpty()
                ? evaluationDigest
                : Digests.sha256(CanonicalJson.write(Map.of("evaluation", evaluationDigest, "overrides", inForce)));
    }

    private static Map<String, Object> part(CheckOverride override) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("override", override.number());
        part.put("check", override.check().name());
        part.put("until", override.until().toString());
        part.put("reason_sha256", Digests.sha256(override.reason()));
        part.put("control_sha256", Digests.sha256(override.control()));
        return part;
    }
}
