package io.gatehouse.people;

/** Is told who comes and what they may, in the transaction that changes it, and keeps it on record. */
public interface PeopleWitness {
    void added(Actor actor, Person person);

    /** The address itself is nobody's business but theirs. */
    void addressChanged(Actor actor, Person person);
}
