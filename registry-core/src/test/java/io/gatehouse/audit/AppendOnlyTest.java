package io.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class AppendOnlyTest {
    private final AuditTrail trail;
    private final TestPeople people;
    private final JdbcTemplate jdbc;

    AppendOnlyTest(AuditTrail trail, TestPeople people, JdbcTemplate jdbc) {
        this.trail = trail;
        this.people = people;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set action = 'nothing.happened'",
                "update audit_event set canonical = canonical",
                "delete from audit_event",
                "delete from audit_event where seq = (select max(seq) from audit_event)",
                "truncate table audit_event",
                "update audit_head set seq = seq - 1",
                "update audit_head set seq = seq + 2",
                "update audit_head set hash = '0000000000000000000000000000000000000000000000000000000000000000'",
                "delete from audit_head",
                "update audit_object set object = 'y'",
                "delete from audit_object",
                "update audit_mention set seq = seq + 1",
                "delete from audit_mention"
            })
    void theDatabaseItselfRefusesToRewriteTheLog(String statement) {
        AuditEvent written = trail.appendAlone(
                people.dana(), "probe", "x", Map.of("other", UUID.randomUUID().toString()));

        assertThatThrownBy(() -> jdbc.execute(statement)).isInstanceOf(DataAccessException.class);

        assertThat(trail.after(written.seq() - 1, 1)).containsExactly(written);
    }

    @Test
    void appendingGoesOnAfterwards() {
        AuditEvent first = trail.appendAlone(people.dana(), "probe", "x", Map.of());

        assertThat(trail.appendAlone(people.dana(), "probe", "x", Map.of()).previousHash())
                .isEqualTo(first.hash());
    }
}
