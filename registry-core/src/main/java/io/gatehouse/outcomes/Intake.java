package io.gatehouse.outcomes;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One file of outcomes that was taken in.
 *
 * @param id for links
 * @param number shown as {@code OI-3}
 * @param fileSha256 of the uploaded bytes
 * @param rows in the file
 * @param leavers customers of whom it says that they left
 * @param stayers customers of whom it says that they stayed
 * @param added customers of whom nothing was known before
 * @param corrected customers of whom something else was said before
 * @param moved customers of whom the same was said before, seen on another day
 * @param notScored customers who are in no scored population of the model whose scores were kept
 * @param observedFrom the first day that it speaks of
 * @param observedTo the last
 * @param takenInBy display name
 * @param takenInAt when
 */
public record Intake(
        UUID id,
        long number,
        String fileSha256,
        long rows,
        long leavers,
        long stayers,
        long added,
        long corrected,
        long moved,
        long notScored,
        LocalDate observedFrom,
        LocalDate observedTo,
        String takenInBy,
        Instant takenInAt) {

    /** As people name it. */
    public String name() {
        return "OI-" + number;
    }

    /** Customers that it speaks of, each once. */
    public long customers() {
        return leavers + stayers;
    }

    /** Customers of whom it says what was said before. */
    public long unchanged() {
        return customers() - added - corrected - moved;
    }

    /** What was taken in, in plain words; what did not occur is not spoken of. */
    public List<Sentence> summary() {
        List<Sentence> summary = new ArrayList<>();
        summary.add(say(
                counted("outcomes.customers", customers()),
                "count",
                customers(),
                "leavers",
                leavers,
                "stayers",
                stayers));
        add(summary, "outcomes.added", added);
        add(summary, "outcomes.corrected", corrected);
        add(summary, "outcomes.moved", moved);
        add(summary, "outcomes.unchanged", unchanged());
        add(summary, "outcomes.not_scored", notScored);
        return summary;
    }

    private static void add(List<Sentence> summary, String code, long count) {
        if (count > 0) {
            summary.add(say(counted(code, count), "count", count));
        }
    }

    private static String counted(String code, long count) {
        return count == 1 ? code + ".one" : code;
    }
}
