package io.gatehouse.accounts;

import io.gatehouse.people.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's account, as those who manage people see it.
 *
 * @param lastSeenAt when they last signed in at the screens, or on which day a program of theirs did; null while none did
 * @param hasPassword false until they chose one with their first link, and where passwords do not open
 * @param identities by which providers vouch for them; empty if none does
 * @param linkUntil when the link that waits for them ends; null if none waits
 */
public record Account(
        Person person,
        Instant addedAt,
        @Nullable Instant lastSeenAt,
        boolean hasPassword,
        List<Identity> identities,
        @Nullable Instant linkUntil) {
    public Account {
        identities = List.copyOf(identities);
    }

    /** Where an account stands, in the order in which somebody has to do something about it. */
    public enum State {
        /** A link waits for them. */
        INVITED,
        /** They have neither a password that opens nor a provider that vouches for them, and no link leads to one any more. */
        LINK_OVER,
        ACTIVE,
        DEACTIVATED
    }

    public State state() {
        if (!person.active()) {
            return State.DEACTIVATED;
        }
        if (hasPassword || !identities.isEmpty()) {
            return State.ACTIVE;
        }
        return linkUntil == null ? State.LINK_OVER : State.INVITED;
    }
}
