package io.gatehouse.overrides;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.ids.Digests;
import io.gatehouse.overrides.ContestedRequests.Contested;
import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what happened to an override: in the history of its request, to those whom it concerns, and last to the audit chain. */
@Component
class OverrideSteps {
    private final ContestedRequests requests;
    private final AcceptedChecks accepted;
    private final OverrideRows rows;
    private final AuditTrail audit;

    OverrideSteps(ContestedRequests requests, AcceptedChecks accepted, OverrideRows rows, AuditTrail audit) {
        this.requests = requests;
        this.accepted = accepted;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * Puts a step on record in the transaction that takes it. Approvals of the request are bound to the overrides in force.
     *
     * @param action such as {@code override.agreed}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(Actor actor, Contested request, String action, long number, Sentence sentence) {
        OverrideRows.Row row = rows.find(number).orElseThrow();
        String judged = request.evaluationDigest();
        if (judged != null) {
            requests.restsOn(request, RequestDigest.of(judged, accepted.of(request.id())));
        }
        Map<String, Object> details = details(row);
        requests.mention(actor, request, action, sentence, told(row, details));
        details.put("request", request.number());
        details.put("model", request.modelId().toString());
        details.put("version", request.version());
        details.put("evaluation_digest", row.shown().evaluationDigest());
        details.put("reason_sha256", Digests.sha256(row.shown().reason()));
        details.put("control_sha256", Digests.sha256(row.shown().control()));
        audit.append(actor, action, object(number), details);
    }

    /** Announces what decides nothing: in the history and to those whom it concerns. */
    @Transactional(propagation = Propagation.MANDATORY)
    void mention(Actor actor, Contested request, OverrideRows.Row row, String kind, Sentence sentence) {
        requests.mention(actor, request, kind, sentence, told(row, details(row)));
    }

    /** Puts a refusal on record; everything stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    void refused(Actor actor, String object, String verb, String code) {
        audit.append(actor, "override.refused", object, Map.of("verb", verb, "code", code));
    }

    static String object(long number) {
        return "override/OV-" + number;
    }

    private static Map<String, Object> details(OverrideRows.Row row) {
        CheckOverride shown = row.shown();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("override", shown.number());
        details.put("check", shown.check().name());
        details.put("standing", shown.state().name());
        details.put("until", shown.until().toString());
        if (shown.renews() != null) {
            details.put("renews", shown.renews());
        }
        return details;
    }

    /** Besides reviewers, who are told of every request: who trained, who asked, and the two. */
    private static Map<String, Object> told(OverrideRows.Row row, Map<String, Object> details) {
        Map<String, Object> told = new LinkedHashMap<>(details);
        List<String> people = row.people().stream().map(UUID::toString).sorted().toList();
        told.put("people", people);
        return told;
    }
}
