package io.gatehouse.people;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who acts: a human, or a service account that a human answers for.
 *
 * @param id stays the same for good; what four eyes compares
 * @param username what they sign in with, lower case, unique
 * @param displayName shown on screens, such as “Priya Shah”
 * @param email where mail goes; empty if none
 * @param kind human or service
 * @param answersTo for a service account, the human in whose name it acts; otherwise the person's own id
 * @param roles all that were granted
 * @param active false once deactivated; people are never deleted
 */
public record Person(
        UUID id,
        String username,
        String displayName,
        String email,
        Kind kind,
        UUID answersTo,
        Set<Role> roles,
        boolean active) {

    /** Whether a human or a program signs in, or nobody can. */
    public enum Kind {
        HUMAN,
        SERVICE,
        /** The house itself, for scheduled work. */
        SYSTEM
    }

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
