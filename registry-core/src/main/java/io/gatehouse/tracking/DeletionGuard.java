package io.gatehouse.tracking;

import io.gatehouse.sentences.Sentence;
import java.util.Optional;

/** Somebody who may forbid that a run or an experiment is deleted, because what is in use rests on it. Asked inside the deletion. */
public interface DeletionGuard {
    /** Why this run must stay; empty if it need not. */
    Optional<Sentence> objectionToRun(String runId);

    /** Why this experiment, with all its runs, must stay; empty if it need not. */
    Optional<Sentence> objectionToExperiment(long experimentId);
}
