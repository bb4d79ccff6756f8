package io.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class AuditTrailTest {
    private final AuditTrail trail;
    private final TestPeople people;
    private final TransactionTemplate transaction;

    AuditTrailTest(AuditTrail trail, TestPeople people, TransactionTemplate transaction) {
        this.trail = trail;
        this.people = people;
        this.transaction = transaction;
    }

    @Test
    void everyEventCarriesTheHashOfTheOneBefore() {
        Actor dana = people.dana();
        // Taking her on is an event too.
        Actor priya = people.priya();

        AuditEvent first = trail.appendAlone(dana, "model.created", "model/a", Map.of("n", 1));
        AuditEvent second = trail.appendAlone(priya, "model.deleted", "model/a", Map.of());

        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(second.seq()).isEqualTo(first.seq() + 1);
        assertThat(second.hash()).isEqualTo(AuditTrail.sha256(first.hash() + second.canonical()));
    }

    @Test
    void anEventReadsBackAsItWasHashed() {
        AuditEvent written =
                trail.appendAlone(people.dana(), "tag.set", "model/ü\"x", Map.of("b", List.of(1, true), "a", "x"));

        assertThat(trail.after(written.seq() - 1, 1)).containsExactly(written);
        assertThat(written.canonical()).contains("\"details\":{\"a\":\"x\",\"b\":[1,true]}");
    }

    @Test
    void anEventIsGoneWithTheTransactionThatWroteIt() {
        long before = trail.appendAlone(people.dana(), "probe", "x", Map.of()).seq();

        transaction.executeWithoutResult(status -> {
            trail.append(people.dana(), "never.happened", "x", Map.of());
            status.setRollbackOnly();
        });

        assertThat(trail.after(before, 10)).isEmpty();
    }

    @Test
    void appendingOutsideATransactionIsABug() {
        assertThatThrownBy(() -> trail.append(people.dana(), "x", "x", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
