package io.gatehouse.loggedmodels;

import io.gatehouse.house.Refusal;
import io.gatehouse.people.Actor;
import java.util.Optional;

/** Objects to deleting a logged model that something else rests on. */
public interface LoggedModelGuard {
    /** Why a logged model cannot be deleted, on record already; empty if nothing rests on it. */
    Optional<Refusal> objectionTo(Actor actor, LoggedModel model);
}
