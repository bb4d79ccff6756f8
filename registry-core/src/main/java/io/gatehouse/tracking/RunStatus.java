package io.gatehouse.tracking;

/** How a run stands, in the order of MLflow's protocol, which numbers them from 1. */
public enum RunStatus {
    RUNNING,
    SCHEDULED,
    FINISHED,
    FAILED,
    KILLED
}
