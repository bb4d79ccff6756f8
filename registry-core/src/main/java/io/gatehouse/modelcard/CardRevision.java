package io.gatehouse.modelcard;

import java.time.Instant;
import java.util.List;

/**
 * One save of a card. Never changed.
 *
 * @param number from 1, for each version of a model
 * @param by display name
 * @param fields that were answered, confirmed or taken away with it
 * @param sha256 of all answers that stood after it
 */
public record CardRevision(int number, Instant at, String by, List<CardField> fields, String sha256) {
    public CardRevision {
        fields = List.copyOf(fields);
    }
}
