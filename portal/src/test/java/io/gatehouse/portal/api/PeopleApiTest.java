package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PortalTest
class PeopleApiTest {
    private static final String PEOPLE = "/api/gatehouse/v1/people";

    private final WireClient adam;
    private final WireClient priya;
    private final String somebody = "s" + UUID.randomUUID();

    PeopleApiTest(WireClients clients, TestPeople people) {
        this.adam = clients.as(people.adam());
        this.priya = clients.as(people.priya());
    }

    @Test
    void anAccountIsAddedGrantedShutOutAndLetInAgain() {
        Answer added = add("[\"DATA_SCIENTIST\"]");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.at("/state")).isEqualTo("LINK_OVER");

        Answer link = adam.raw("POST", path("sign-in-link"), "");
        assertThat(link.status()).isEqualTo(201);
        assertThat(link.at("/link")).startsWith("http").contains("/sign-in-link/");
        assertThat(adam.get(path("")).at("/state")).isEqualTo("INVITED");

        assertThat(adam.raw("PUT", path("roles"), "{\"roles\": [\"VIEWER\", \"RISK\"]}")
                        .at("/roles/0"))
                .isEqualTo("RISK");
        assertThat(adam.raw("PUT", path("name"), "{\"name\": \"Else\"}").at("/name"))
                .isEqualTo("Else");
        assertThat(adam.raw("POST", path("deactivate"), "").at("/state")).isEqualTo("DEACTIVATED");
        assertThat(adam.raw("POST", path("sign-in-link"), "").status()).isEqualTo(409);
        assertThat(adam.raw("POST", path("reactivate"), "").at("/state")).isEqualTo("LINK_OVER");
        Answer parted = adam.raw("DELETE", path("identities"), "");
        assertThat(parted.status()).isEqualTo(200);
        assertThat(parted.json().at("/identities").isEmpty()).isTrue();
        assertThat(adam.raw("DELETE", path("tokens"), "").json().at("/revoked").asInt())
                .isZero();
    }

    @Test
    void whatIsUnfitNamesItsField() {
        assertThat(add("[]").at("/field")).isEqualTo("roles");
        assertThat(add("[\"BOSS\"]").at("/field")).isEqualTo("roles");
        assertThat(add("[null]").at("/field")).isEqualTo("roles");
        assertThat(adam.raw("POST", PEOPLE, "{\"name\": \"X\", \"roles\": [\"VIEWER\"]}")
                        .at("/field"))
                .isEqualTo("username");
        assertThat(adam.raw("POST", PEOPLE, "{\"username\": \"a b\", \"name\": \"X\", \"roles\": [\"VIEWER\"]}")
                        .at("/code"))
                .isEqualTo("INVALID_USERNAME");
        add("[\"VIEWER\"]");
        assertThat(add("[\"VIEWER\"]").status()).isEqualTo(409);
        assertThat(adam.raw("PUT", PEOPLE + "/nobody-of-that-name/roles", "{\"roles\": [\"VIEWER\"]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyChangesTheirOwnRolesAndNobodyElseChangesAny() {
        assertThat(adam.raw("PUT", PEOPLE + "/adam/roles", "{\"roles\": [\"REVIEWER\"]}")
                        .at("/code"))
                .isEqualTo("OWN_ACCOUNT");
        add("[\"VIEWER\"]");
        for (Answer answer : new Answer[] {
            priya.get(path("")),
            priya.raw("POST", PEOPLE, "{}"),
            priya.raw("PUT", path("roles"), "{\"roles\": [\"REVIEWER\"]}"),
            priya.raw("PUT", path("name"), "{\"name\": \"X\"}"),
            priya.raw("POST", path("deactivate"), ""),
            priya.raw("POST", path("reactivate"), ""),
            priya.raw("POST", path("sign-in-link"), ""),
            priya.raw("DELETE", path("identities"), ""),
            priya.raw("DELETE", path("tokens"), "")
        }) {
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    private Answer add(String roles) {
        return adam.raw(
                "POST",
                PEOPLE,
                "{\"username\": \"%s\", \"name\": \"Some Body\", \"roles\": %s}".formatted(somebody, roles));
    }

    private String path(String verb) {
        return PEOPLE + "/" + somebody + (verb.isEmpty() ? "" : "/" + verb);
    }
}
