package io.gatehouse.notices;

import io.gatehouse.outbox.OutboxEvent;
import java.util.Optional;

/** Knows whom the events of its own room concern. It is asked once the event stands, so it answers by how things are then. */
public interface NewsSource {
    /** Empty if the event is not one of its own, or concerns nobody. Called in a transaction. */
    Optional<News> of(OutboxEvent event);
}
