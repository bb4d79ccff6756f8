package io.gatehouse.audit;

/**
 * What somebody outside the server knows of the chain.
 *
 * @param checkpoint number of the checkpoint that says so
 * @param seq number of an event
 * @param hash that this event had then
 */
public record ChainMark(long checkpoint, long seq, String hash) {}
