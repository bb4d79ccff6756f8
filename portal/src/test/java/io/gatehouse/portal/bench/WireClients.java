package io.gatehouse.portal.bench;

import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Makes HTTP clients for the people of the tests. */
@TestComponent
@Lazy
public class WireClients {
    private final int port;
    private final TestPeople people;

    WireClients(@Value("${local.server.port}") int port, TestPeople people) {
        this.port = port;
        this.people = people;
    }

    /** Dana, a data scientist. */
    public WireClient dana() {
        return as(people.dana());
    }

    /** Somebody of the test people, who all have the password {@code <username>-password}. */
    public WireClient as(Actor actor) {
        String username = actor.person().username();
        return WireClient.basic(port, username, username + "-password");
    }

    /** Nobody. */
    public WireClient nobody() {
        return WireClient.anonymous(port);
    }

    public WireClient basic(String username, String password) {
        return WireClient.basic(port, username, password);
    }

    public WireClient bearer(String token) {
        return WireClient.bearer(port, token);
    }

    public int port() {
        return port;
    }
}
