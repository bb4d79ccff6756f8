package io.gatehouse.policy;

import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What one version of a policy says otherwise than another: for lawyers in sentences, for everybody else by field. */
public final class PolicyChanges {
    private PolicyChanges() {}

    /**
     * A clause that reads otherwise.
     *
     * @param heading of the clause, such as Fairness
     * @param before sentences that no longer hold
     * @param after sentences that hold instead
     */
    public record InWords(String heading, List<Sentence> before, List<Sentence> after) {
        public InWords {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * A field that has another value.
     *
     * @param path such as {@code fairness.tolerance}
     * @param before empty if there was none
     * @param after empty if there is none any more
     */
    public record Field(String path, String before, String after) {}

    /** The clauses that differ, in reading order. Empty if the two ask the same of everybody; their summaries may differ all the same. */
    public static List<InWords> inWords(PolicyDocument before, PolicyDocument after) {
        List<PolicyInWords.Clause> then = PolicyInWords.of(before);
        List<PolicyInWords.Clause> now = PolicyInWords.of(after);
        return IntStream.range(0, now.size())
                .mapToObj(i -> new InWords(
                        now.get(i).heading(),
                        without(then.get(i).sentences(), now.get(i).sentences()),
                        without(now.get(i).sentences(), then.get(i).sentences())))
                .filter(change -> !change.before().isEmpty() || !change.after().isEmpty())
                .toList();
    }

    /** The fields that differ, by path. */
    public static List<Field> fields(PolicyDocument before, PolicyDocument after) {
        Map<String, String> then = PolicyText.fields(before);
        Map<String, String> now = PolicyText.fields(after);
        TreeSet<String> paths = new TreeSet<>(then.keySet());
        paths.addAll(now.keySet());
        List<Field> changed = new ArrayList<>();
        for (String path : paths) {
            String old = then.getOrDefault(path, "");
            String current = now.getOrDefault(path, "");
            if (!Objects.equals(old, current)) {
                changed.add(new Field(path, old, current));
            }
        }
        return List.copyOf(changed);
    }

    private static List<Sentence> without(List<Sentence> sentences, List<Sentence> others) {
        List<String> said = others.stream().map(Sentence::english).toList();
        return sentences.stream()
                .filter(sentence -> !said.contains(sentence.english()))
                .toList();
    }
}
