package io.gatehouse.people;

/**
 * Who does something, through which door, in which request. Every verb of the core takes one.
 *
 * @param person the authenticated person
 * @param via the door they came through
 * @param requestId correlates log lines, audit events and error pages; at most 64 characters
 */
public record Actor(Person person, Via via, String requestId) {

    /** The doors of the house. */
    public enum Via {
        MLFLOW,
        API,
        SCREEN,
        SYSTEM,
        /** The recorded demo, replayed with a clock of its own. */
        RECORDING
    }
}
