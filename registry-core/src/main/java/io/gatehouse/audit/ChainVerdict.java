package io.gatehouse.audit;

import java.util.List;
import java.util.Optional;

/**
 * What verifying came to.
 *
 * @param fault empty if the chain holds
 * @param events how many stand in it
 * @param first number of the first event; 0 if there is none
 * @param last number of the last event; 0 if there is none
 * @param lastHash hash of the last event; 64 zeros if there is none
 * @param confirmed checkpoints that the chain passes through
 * @param outside checkpoints of events that are not in this part of the log
 */
public record ChainVerdict(
        Optional<ChainFault> fault,
        long events,
        long first,
        long last,
        String lastHash,
        List<ChainMark> confirmed,
        List<ChainMark> outside) {
    public boolean intact() {
        return fault.isEmpty();
    }
}
