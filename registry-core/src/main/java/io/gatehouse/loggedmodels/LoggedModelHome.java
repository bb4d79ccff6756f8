package io.gatehouse.loggedmodels;

import io.gatehouse.house.Outcome;
import io.gatehouse.people.Actor;

/** Knows where an experiment keeps its files. */
public interface LoggedModelHome {
    /**
     * The artifact location of an active experiment, without a slash at its end.
     *
     * @param experimentId a number as text
     * @param sourceRunId a run that must belong to it, if not empty
     */
    Outcome<String> location(Actor actor, String experimentId, String sourceRunId);
}
