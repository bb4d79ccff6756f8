package io.gatehouse.notices;

import io.gatehouse.people.Person;
import java.util.List;

/** A further way to reach people, besides their screens. */
public interface Channel {
    /** Stays the same for good, such as {@code mail}; at most 20 characters. */
    String name();

    /** Whether this person can be reached by it. */
    boolean reaches(Person person);

    /**
     * Brings one message to a person. Called again after a failure, and after a crash even if it had been brought: the ids of the notices
     * stay the same, so that a message brought twice can be known as one.
     *
     * @param notices one, or many at once; never none
     * @throws NotBroughtException if it did not get there
     */
    void bring(Person to, List<Notice> notices) throws NotBroughtException;
}
