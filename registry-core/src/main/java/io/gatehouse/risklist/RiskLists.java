package io.gatehouse.risklist;

import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes scored batches in and hands risk lists out. */
public interface RiskLists {
    /**
     * What comes with a scored file.
     *
     * @param model name
     * @param version that scored it
     * @param asOf day that the population was taken
     * @param threshold at or above which a customer is listed, 0..1
     * @param population in words
     * @param columns names of the columns where they differ from {@code id}, {@code score}, {@code value}; segment columns by name
     */
    record BatchDescription(
            String model,
            int version,
            LocalDate asOf,
            double threshold,
            String population,
            @Nullable String id,
            @Nullable String score,
            @Nullable String value,
            List<String> segments) {
        public BatchDescription {
            segments = List.copyOf(segments);
        }
    }

    /** What became of a posted batch. */
    sealed interface Posted {
        /** @param header of the list made of it */
        record Listed(RiskListPage.Header header) implements Posted {}

        /** @param code stable @param field that is wrong @param sentence what is wrong and the way out */
        record Refused(String code, String field, Sentence sentence) implements Posted {}
    }

    /** Which rows are asked for. An empty filter asks for all. */
    record Filter(
            String text,
            Map<String, String> segments,
            @Nullable String band,
            RiskListPage.@Nullable Movement movement) {
        public static final Filter ALL = new Filter("", Map.of(), null, null);

        public Filter {
            segments = Map.copyOf(segments);
        }

        public Filter ofAnyMovement() {
            return new Filter(text, segments, band, null);
        }

        public Filter withText(String other) {
            return new Filter(other, segments, band, movement);
        }

        public Filter withSegments(Map<String, String> others) {
            return new Filter(text, others, band, movement);
        }

        public Filter withBand(String other) {
            return new Filter(text, segments, other, movement);
        }
    }

    /** Reads the file, which the caller deletes afterwards, and stores the list whole or not at all. */
    Posted post(Actor actor, BatchDescription description, Path file);

    /** Headers of all lists, newest first. */
    List<RiskListPage.Header> all(Actor actor);

    /**
     * How long a list is. It names nobody, so whoever may read the registry may read it.
     *
     * @param asOf day that the population was taken
     * @param scored customers in the population
     * @param listed customers on the list
     */
    record Length(LocalDate asOf, long scored, long listed) {}

    /** Of the newest list that the version in use scored, by the names of these models; those without one are left out. */
    Map<String, Length> ofVersionsInUse(Actor actor, Collection<String> models);

    /** What one list says as a whole, without looking at its rows. Empty if there is no such list. */
    Optional<RiskListPage.Header> header(Actor actor, long number);

    /** How many rows the filter leaves, counted no further than {@code most}. 0 if there is no such list. */
    long countUpTo(Actor actor, long number, Filter filter, int most);

    /** Rows {@code offset} to {@code offset + limit} of what the filter leaves, by rank. Empty if there is no such list. */
    Optional<RiskListPage> page(Actor actor, long number, Filter filter, int offset, int limit);

    /**
     * Up to {@code limit} rows of what the filter leaves that come after a rank, for walking through a whole list: each page costs the
     * same, however far down it is. Empty after the last, and if there is no such list.
     *
     * @param rank of the last row of the page before; 0 for the first page
     */
    default List<RiskListPage.Row> after(Actor actor, long number, Filter filter, int rank, int limit) {
        return after(actor, number, filter, new From(rank, 0), limit);
    }

    /** Likewise, some rows further on. */
    List<RiskListPage.Row> after(Actor actor, long number, Filter filter, From from, int limit);

    /**
     * A place on a list.
     *
     * @param rank that it comes after
     * @param skipped rows that the filter leaves between that rank and the place
     */
    record From(int rank, int skipped) {}

    /** What the list before said of a customer. Empty if there is no list before, or they were not on it. */
    Optional<RiskListPage.Row> before(Actor actor, RiskListPage.Header list, String customer);

    /**
     * Up to {@code limit} of those who were on the list before and are not on this one, by their rank there. Empty after the last, and if
     * there is no list before.
     *
     * @param after rank on the list before of the last of the page before; 0 for the first page
     */
    List<RiskListPage.Left> left(Actor actor, RiskListPage.Header list, int after, int limit);

    /** What each segment column holds on a list, by its name, sorted: what filters can be set to. Empty if there is no such list. */
    Map<String, List<String>> groups(Actor actor, long number);

    /**
     * Puts on record that somebody saw or took away a list, since it names subscribers. Whoever is no longer on a list stands on the one
     * before, so to see those reads both.
     *
     * @param how such as {@code opened} or {@code downloaded}
     */
    void recordRead(Actor actor, long number, String how);

    /** Likewise for a further page: once an hour for each person and list, so that reading a long list is one event. */
    default void recordFurtherRead(Actor actor, long number, String how) {
        recordRead(actor, number, how);
    }
}
