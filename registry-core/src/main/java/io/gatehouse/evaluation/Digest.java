package io.gatehouse.evaluation;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.ids.Digests;
import io.gatehouse.policy.PolicyRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one text that stands for everything a vote rests on; if any of it changes, it changes. Kept beside its hash, so that what changed
 * can be named.
 *
 * @param text canonical JSON of all parts
 * @param card the part of it that is what people say of the version; absent if the policy asks for no model card
 */
record Digest(String text, @Nullable String card) {
    /**
     * @param folder of the version's files
     * @param files in it
     * @param champion version in use; absent if none
     * @param championEvidence SHA-256 of what the champion was last judged by; absent if never
     * @param card SHA-256 of what people say of the version; absent if the policy asks for no model card
     */
    static Digest of(
            Optional<ArtifactPath> folder,
            List<Artifact> files,
            Evidence.Found evidence,
            PolicyRef policy,
            int assumptions,
            @Nullable Integer champion,
            @Nullable String championEvidence,
            @Nullable String card) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        Map<String, String> hashes = new TreeMap<>();
        for (Artifact file : files) {
            hashes.put(
                    folder.map(root -> file.path().below(root))
                            .orElse(file.path().value()),
                    file.sha256());
        }
        all.put("files", hashes);
        all.put("evidence", evidence.table().sha256());
        all.put("description", evidence.descriptionFile().map(Artifact::sha256).orElse(null));
        // Absent rather than null, so that evaluations without features keep their digest.
        evidence.features().ifPresent(file -> all.put("features", file.sha256()));
        if (card != null) {
            // Likewise for policies that ask for no card.
            all.put("card", card);
        }
        all.put("policy", policy.sha256());
        all.put("assumptions", assumptions);
        all.put("champion", champion);
        all.put("champion_evidence", championEvidence);
        return new Digest(CanonicalJson.write(all), card);
    }

    String sha256() {
        return Digests.sha256(text);
    }
}
