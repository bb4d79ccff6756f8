package io.gatehouse.auditlog;

import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the audit log. For those who may read it. */
public interface AuditLog {
    /**
     * Newest first, at most as many events, older than one; 0 for the newest of all. One statement for the events and one for names,
     * whatever their number.
     */
    List<AuditRow> before(Actor actor, AuditQuery query, long seq, int limit);

    /** Newest first, at most as many events, the closest ones that are newer than one: for the way back to newer pages. */
    List<AuditRow> after(Actor actor, AuditQuery query, long seq, int limit);

    /** Everybody who could have done something, by name; the house itself too. */
    List<Person> people(Actor actor);

    /**
     * The part of the chain that tells of a time, without a gap: from the first event of that time to the last. That it was exported is put
     * on record, after its end.
     *
     * @param from the earliest moment; absent for the beginning
     * @param before the moment after the latest; absent for the end
     */
    Part export(Actor actor, @Nullable Instant from, @Nullable Instant before);

    /** Writes a part of the chain as lines of JSON, a thousand events in memory at a time. */
    void write(Part part, OutputStream out) throws IOException;

    /** Puts on record that events were taken away in another form, such as a workbook. */
    void recordTakenAway(Actor actor, String how);

    /** The chain and who looks after it. */
    ChainState state(Actor actor);

    /** @param first number of the first event @param last number of the last; less than the first if there is none */
    record Part(long first, long last) {}

    /**
     * Where the chain stands.
     *
     * @param events how many there are; the number of the last
     * @param lastCheck the last time that all of it was checked
     */
    record ChainState(long events, Optional<Check> lastCheck) {}

    /**
     * One check of the whole chain.
     *
     * @param at when it ended; while it runs, when it began
     * @param state RUNNING, INTACT, TAMPERED or FAILED
     * @param to number of the last event that it looked at; 0 while it runs
     * @param message the fault, or how far it is
     * @param percent how far it is
     */
    record Check(Instant at, State state, long to, String message, int percent) {
        /** How a check stands. */
        public enum State {
            RUNNING,
            INTACT,
            TAMPERED,
            /** It could not be brought to an end. */
            FAILED
        }
    }
}
