package io.gatehouse.comparison;

import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.util.List;

/** Lays versions side by side. */
public interface Comparisons {
    /** Most columns that a comparison can have. */
    int MOST = 5;

    /** @param model name @param version number */
    record VersionRef(String model, int version) {}

    /** The comparison, or why there is none. */
    sealed interface Result {
        record Compared(Comparison comparison) implements Result {}

        /** @param sentence names the version or the count that is wrong, and the way out */
        record Refused(Sentence sentence) implements Result {}
    }

    /** Compares one to {@link #MOST} versions; the first is the baseline. */
    Result compare(Actor actor, List<VersionRef> subjects);

    /**
     * The comparison that a vice president means: the champion, the champion of three months ago where there was another, and the newest
     * candidate under review. At least the newest version if there is no champion.
     */
    List<VersionRef> usual(Actor actor, String model);

    /** All versions of these models that could be compared, by model, the newest of each first. */
    List<VersionRef> versions(Actor actor, List<String> models);
}
