package io.gatehouse.evaluation;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.evaluation.Change.Part;
import io.gatehouse.policy.PolicyRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an evaluation rests on, or would rest on now, part by part.
 *
 * @param digest over all of it
 * @param parts the text that was hashed; absent for evaluations of before it was kept
 * @param champion compared with; absent if none
 */
record Grounds(
        String digest,
        @Nullable String parts,
        PolicyRef policy,
        int assumptions,
        @Nullable Integer champion,
        String evidenceSha256) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_FILES = 3;

    static Grounds of(Evaluation evaluation, @Nullable String parts) {
        return new Grounds(
                evaluation.digest(),
                parts,
                evaluation.policy(),
                evaluation.assumptionsVersion(),
                evaluation.comparedWith(),
                evaluation.evidence().sha256());
    }

    /** What an evaluation would rest on now. */
    static Grounds of(Matter matter, Digest digest) {
        return new Grounds(
                digest.sha256(),
                digest.text(),
                matter.policy().ref(),
                matter.assumptions().version(),
                matter.subject().champion(),
                matter.evidence().table().sha256());
    }

    /** What is otherwise now, in the order in which people ask; empty if nothing is. */
    List<Change> changesTo(Grounds now) {
        if (digest.equals(now.digest)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        if (!policy.sha256().equals(now.policy.sha256())) {
            changes.add(Change.policy(policy, now.policy));
        }
        if (assumptions != now.assumptions) {
            changes.add(Change.assumptions(assumptions, now.assumptions));
        }
        if (!Objects.equals(champion, now.champion)) {
            changes.add(Change.champion(champion, now.champion));
        }
        if (!evidenceSha256.equals(now.evidenceSha256)) {
            changes.add(Change.evidence());
        }
        if (parts != null && now.parts != null) {
            changes.addAll(keptApart(JSON.readTree(parts), JSON.readTree(now.parts)));
        }
        if (changes.isEmpty()) {
            changes.add(new Change(Part.OTHER, say("evaluation.changed.other")));
        }
        return List.copyOf(changes);
    }

    private List<Change> keptApart(JsonNode before, JsonNode now) {
        List<Change> changes = new ArrayList<>();
        if (differ(before, now, "files")) {
            changes.add(new Change(
                    Part.FILES,
                    say("evaluation.changed.files", "files", files(before.path("files"), now.path("files")))));
        }
        if (differ(before, now, "description")) {
            changes.add(Change.description());
        }
        if (differ(before, now, "features")) {
            changes.add(new Change(Part.FEATURES, say("evaluation.changed.features")));
        }
        // Where one of two policies asks for no card, that they differ says it.
        if (before.has("card") && now.has("card") && differ(before, now, "card")) {
            changes.add(Change.card());
        }
        // Another champion has other evidence, which goes without saying.
        if (!differ(before, now, "champion") && differ(before, now, "champion_evidence")) {
            changes.add(new Change(Part.CHAMPION_EVIDENCE, say("evaluation.changed.champion_evidence")));
        }
        return changes;
    }

    private static boolean differ(JsonNode before, JsonNode now, String part) {
        return !before.path(part).asString("").equals(now.path(part).asString(""))
                || before.path(part).isObject() && !before.path(part).equals(now.path(part));
    }

    private static String files(JsonNode before, JsonNode now) {
        TypeReference<Map<String, String>> names = new TypeReference<>() {};
        Map<String, String> then = JSON.convertValue(before, names);
        Map<String, String> today = JSON.convertValue(now, names);
        TreeSet<String> all = new TreeSet<>(then.keySet());
        all.addAll(today.keySet());
        List<String> changed = all.stream()
                .filter(name -> !Objects.equals(then.get(name), today.get(name)))
                .toList();
        String first = changed.stream().limit(MOST_FILES).collect(Collectors.joining(", "));
        return changed.size() <= MOST_FILES ? first : first + " and " + (changed.size() - MOST_FILES) + " more";
    }
}
