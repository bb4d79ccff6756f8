package io.gatehouse.portal.packs;

import io.gatehouse.promotion.PromotionDossier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A promotion request as JSON for programs; the same for every reader. */
final class RequestJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private RequestJson() {}

    /** A model card as JSON for programs, as the API gives it. */
    static String of(CardBody card) {
        return JSON.writeValueAsString(card) + "\n";
    }

    static String of(PromotionDossier dossier) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("request", "PR-" + dossier.number());
        fields.put("model", dossier.model());
        fields.put("version", dossier.version());
        fields.put("alias", dossier.alias());
        fields.put("compared_with", dossier.championVersion());
        fields.put("use", dossier.use());
        fields.put("state", dossier.state());
        fields.put("requested_by", dossier.requestedBy());
        fields.put("requested_at", dossier.requestedAt());
        fields.put("trained_by", dossier.trainedBy());
        fields.put("note", dossier.note());
        fields.put("recommendation", dossier.recommendation());
        fields.put("approvals_needed", dossier.approvalsNeeded());
        fields.put("digest", dossier.digest());
        fields.put("overrides", dossier.overrides());
        fields.put("votes", dossier.votes());
        fields.put("history", dossier.history());
        fields.put("lineage", dossier.lineage());
        fields.put("evaluation", dossier.evaluation());
        return JSON.writeValueAsString(fields) + "\n";
    }
}
