package io.gatehouse.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.CoreTestApplication;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.checkpoints.Checkpoints;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.registry.RegisteredModels;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** An installation whose tables belong to one role, while the portal works as another. */
class TwoRolesTest {
    private static EmbeddedPostgres server;
    private static ConfigurableApplicationContext core;

    @BeforeAll
    static void migrateAsOneAndWorkAsAnother() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (String statement : List.of(
                    "create role gatehouse_owner login",
                    "create role \"gatehouse-app\" login",
                    "create database gatehouse owner gatehouse_owner")) {
                connection.createStatement().execute(statement);
            }
        }
        core = start();
    }

    @AfterAll
    static void stop() throws IOException {
        core.close();
        server.close();
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(CoreTestApplication.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + server.getJdbcUrl("gatehouse-app", "gatehouse"),
                        "spring.datasource.username=gatehouse-app",
                        "spring.datasource.hikari.maximum-pool-size=3",
                        "spring.flyway.url=" + server.getJdbcUrl("gatehouse_owner", "gatehouse"),
                        "spring.flyway.user=gatehouse_owner")
                .run();
    }

    @Test
    void theApplicationRoleDoesItsWork() {
        People people = core.getBean(People.class);
        Person dana = people.add(new People.NewPerson("dana", "Dana", "", Set.of(Role.DATA_SCIENTIST), "secret"));
        Actor actor = new Actor(dana, Actor.Via.API, "test");

        core.getBean(RegisteredModels.class)
                .create(actor, "churn", null, Map.of())
                .orThrow();
        core.getBean(Checkpoints.class).writeIfMoved();

        assertThat(core.getBean(AuditTrail.class).after(0, 10))
                .extracting("action")
                .contains("model.created");
        assertThat(jdbc().queryForObject(
                                "select tableowner from pg_tables where tablename = 'audit_event'", String.class))
                .isEqualTo("gatehouse_owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set action = 'x'",
                "delete from audit_event",
                "truncate audit_event cascade",
                "delete from audit_head",
                "truncate audit_head",
                "update audit_checkpoint set seq = 1",
                "delete from audit_object",
                "delete from audit_mention",
                "update audit_key set public_key = 'x'",
                "delete from flyway_schema_history"
            })
    void theApplicationRoleHasNoRightToRewriteTheLog(String statement) {
        assertThatThrownBy(() -> jdbc().execute(statement))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table audit_event disable trigger all",
                "drop trigger audit_event_append_only on audit_event",
                "create or replace function refuse_rewriting() returns trigger language plpgsql as 'begin return new; end'",
                "drop table audit_event cascade",
                "set session_replication_role = replica",
                "grant update on audit_event to \"gatehouse-app\""
            })
    void theApplicationRoleCannotTakeTheGuardsAway(String statement) {
        jdbc().queryForList("select 1 from audit_event");

        assertThatThrownBy(() -> {
                    jdbc().execute(statement);
                    jdbc().execute("update audit_event set action = 'x'");
                })
                .isInstanceOf(DataAccessException.class);
        assertThat(jdbc().queryForObject("select count(*) from audit_event where action = 'x'", Integer.class))
                .isZero();
    }

    @Test
    void startingAgainGrantsAgain() {
        try (ConfigurableApplicationContext again = start()) {
            assertThat(again.getBean(JdbcTemplate.class)
                            .queryForObject("select count(*) from audit_head", Integer.class))
                    .isEqualTo(1);
        }
    }

    private static JdbcTemplate jdbc() {
        return core.getBean(JdbcTemplate.class);
    }
}
