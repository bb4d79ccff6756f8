package io.gatehouse.risklist;

import io.gatehouse.money.Money;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One risk list: who may leave, ranked, with the reasons that the score reacted to.
 *
 * @param header of the list
 * @param rows those asked for, by rank
 * @param matching how many rows the filter leaves
 */
public record RiskListPage(Header header, List<Row> rows, long matching) {

    public RiskListPage {
        rows = List.copyOf(rows);
    }

    /**
     * @param id for links
     * @param number shown as {@code RL-7}
     * @param model name
     * @param version that scored
     * @param wasChampion whether that version was champion when it scored
     * @param asOf day that the population was taken
     * @param population in words, such as “active subscribers”
     * @param threshold at or above which a customer is listed
     * @param scored customers in the population
     * @param listed customers on the list
     * @param valueAtRisk sum of what the listed are worth a month; absent if the file carried no value
     * @param previous the list before it, of the same model and population
     * @param summary in plain words: how many, what changed, how to read it
     * @param postedBy display name
     * @param postedAt when
     * @param fileSha256 of the uploaded bytes
     * @param segmentNames columns that rows can be filtered by
     */
    public record Header(
            UUID id,
            long number,
            String model,
            int version,
            boolean wasChampion,
            LocalDate asOf,
            String population,
            double threshold,
            long scored,
            long listed,
            @Nullable Money valueAtRisk,
            @Nullable Previous previous,
            List<Sentence> summary,
            String postedBy,
            Instant postedAt,
            String fileSha256,
            List<String> segmentNames) {

        public Header {
            summary = List.copyOf(summary);
            segmentNames = List.copyOf(segmentNames);
        }
    }

    /**
     * @param number of that list
     * @param asOf its day
     * @param listed on it
     * @param joined on this list and not on that
     * @param left on that list and not on this
     */
    public record Previous(long number, LocalDate asOf, long listed, long joined, long left) {}

    /**
     * Somebody who was on the list before and is not on this one.
     *
     * @param before their row on that list
     * @param score given to them now; absent where they were not scored again, or where nobody knows
     * @param scoresKept whether the list has the scores of those who are not on it; those of early releases have not
     */
    public record Left(Row before, @Nullable Double score, boolean scoresKept) {}

    /** How a customer's place came about since the list before. */
    public enum Movement {
        NEW,
        UP,
        DOWN,
        SAME
    }

    /**
     * @param rank 1 is the highest score
     * @param customer id as uploaded
     * @param probability of leaving, 0..1
     * @param band in words: very high, high, raised
     * @param movement since the list before
     * @param previousProbability on the list before; absent if not listed then
     * @param segments by name
     * @param value a month; absent if not given
     * @param reasons at most three, strongest first
     */
    public record Row(
            int rank,
            String customer,
            double probability,
            String band,
            Movement movement,
            @Nullable Double previousProbability,
            Map<String, String> segments,
            @Nullable Money value,
            List<Sentence> reasons) {

        public Row {
            segments = Map.copyOf(segments);
            reasons = List.copyOf(reasons);
        }
    }
}
