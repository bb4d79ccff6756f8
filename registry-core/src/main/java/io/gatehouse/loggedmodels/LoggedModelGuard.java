package io.gatehouse.loggedmodels;

import io.gatehouse.house.Refusal;
import io.gatehouse.people.Actor;
import java.util.Optional;

/** Objects to what would take a logged model from under something else that rests on it. */
public interface LoggedModelGuard {
    /** Why a logged model cannot be deleted, on record already; empty if nothing rests on it. */
    Optional<Refusal> objectionToDeleting(Actor actor, LoggedModel model);

    /** Why a logged model cannot be said to be unfinished or to have failed, on record already; empty if nothing rests on it. */
    Optional<Refusal> objectionToStatus(Actor actor, LoggedModel model);
}
