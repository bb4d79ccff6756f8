package io.gatehouse.evaluation;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.policy.PolicyRef;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One part of what an evaluation rests on that is no longer as it was.
 *
 * @param part which
 * @param words to go into a sentence, such as “the value assumptions: version 3 → 4”
 */
public record Change(Part part, Sentence words) {
    /** What an evaluation rests on. */
    public enum Part {
        FILES,
        EVIDENCE,
        DESCRIPTION,
        FEATURES,
        POLICY,
        ASSUMPTIONS,
        CHAMPION,
        CHAMPION_EVIDENCE,
        CARD,
        /** One of those that evaluations did not keep apart at first. */
        OTHER
    }

    /** The parts as one enumeration. */
    public static String inWords(List<Change> changes) {
        return changes.stream().map(change -> change.words.english()).collect(Collectors.joining("; "));
    }

    public static Change policy(PolicyRef before, PolicyRef now) {
        return new Change(
                Part.POLICY,
                say(
                        "evaluation.changed.policy",
                        "policy",
                        before.name(),
                        "before",
                        before.version(),
                        "now",
                        now.version()));
    }

    public static Change assumptions(int before, int now) {
        return new Change(Part.ASSUMPTIONS, say("evaluation.changed.assumptions", "before", before, "now", now));
    }

    /** @param before version compared with; absent if none was in use @param now absent if none is any more */
    public static Change champion(@Nullable Integer before, @Nullable Integer now) {
        return new Change(
                Part.CHAMPION, say("evaluation.changed.champion", "before", version(before), "now", version(now)));
    }

    public static Change evidence() {
        return new Change(Part.EVIDENCE, say("evaluation.changed.evidence"));
    }

    public static Change description() {
        return new Change(Part.DESCRIPTION, say("evaluation.changed.description"));
    }

    /** What people say of the version, where the policy asks for it. */
    public static Change card() {
        return new Change(Part.CARD, say("evaluation.changed.card"));
    }

    public static Change evidenceGone() {
        return new Change(Part.EVIDENCE, say("evaluation.changed.evidence.gone"));
    }

    private static String version(@Nullable Integer version) {
        return version == null ? "none" : "version " + version;
    }
}
