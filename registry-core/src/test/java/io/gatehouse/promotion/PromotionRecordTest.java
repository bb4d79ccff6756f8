package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions.Asked;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.registry.RegisteredModels;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class PromotionRecordTest {
    private final PromotionBench bench;
    private final Promotions promotions;
    private final PromotionDossiers dossiers;
    private final RegisteredModels models;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TestPeople people;

    PromotionRecordTest(
            PromotionBench bench,
            Promotions promotions,
            PromotionDossiers dossiers,
            RegisteredModels models,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            TestPeople people) {
        this.bench = bench;
        this.promotions = promotions;
        this.dossiers = dossiers;
        this.models = models;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.people = people;
    }

    @Test
    void everyStepIsOnTheAuditChain() {
        long before = newestEvent();
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        bench.approve(people.dana(), number);
        bench.approve(people.priya(), number);

        assertThat(audit.after(before, 100))
                .extracting(AuditEvent::action)
                .containsSubsequence(
                        "promotion.opened",
                        "evaluation.stored",
                        "promotion.evaluated",
                        "promotion.vote_refused",
                        "promotion.approved",
                        "promotion.executed",
                        "alias.moved");
        assertThat(bench.dossier(people.vera(), number).history())
                .extracting(line -> line.sentence().code())
                .containsExactly("promotion.opened", "promotion.evaluated", "promotion.approved", "promotion.executed");
        assertThat(bench.dossier(people.vera(), number).history())
                .extracting(line -> line.sentence().english())
                .contains("Priya Shah approved: approval 1 of 1.");
    }

    @Test
    void aPromotionThatIsRolledBackLeavesNeitherAliasNorTenureNorEvent() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        long before = newestEvent();

        transaction.executeWithoutResult(status -> {
            assertThat(bench.approve(people.priya(), number)).isInstanceOf(Outcome.Done.class);
            status.setRollbackOnly();
        });

        assertThat(audit.after(before, 10)).isEmpty();
        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
        assertThat(count("alias_tenure where request_id = (select id from promotion_request where number = " + number
                        + ")"))
                .isZero();
        assertThat(bench.dossier(people.vera(), number).state()).isEqualTo(RequestState.AWAITING_REVIEW);
        assertThat(bench.dossier(people.vera(), number).votes()).isEmpty();
    }

    @Test
    void newsGoToTheOutboxWithTheStepThatTheyTellOf() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);

        assertThat(jdbc.sql("select kind from outbox_event where payload like ? order by id")
                        .param("%\"request\":" + number + ",%")
                        .query(String.class)
                        .list())
                .containsExactly("promotion.opened", "promotion.evaluated");
    }

    @Test
    void aServiceAccountIsNoSecondPairOfEyes() {
        var candidate = bench.candidate(people.both(), bench.model(people.both()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        Person human = people.both().person();
        Actor robot = new Actor(
                new Person(
                        UUID.randomUUID(), "robot", "Robot", "", Person.Kind.SERVICE, human.id(), human.roles(), true),
                Actor.Via.API,
                "test");

        assertThat(promotions.vote(robot, number, Choice.APPROVE, "", bench.digest(people.priya(), number)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("FOUR_EYES"));
    }

    @Test
    void aVersionBelowTheFloorCannotBeAskedFor() {
        String model = bench.model(people.dana());
        var weak = bench.candidate(people.dana(), people.dana(), model, TestPredictions.good(), 0.71);

        assertThat(promotions.ask(people.dana(), model, weak.version(), "champion", Use.HUMAN_REVIEWED, ""))
                .isInstanceOfSatisfying(Asked.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("BELOW_FLOOR");
                    assertThat(refused.sentence().english()).contains("0.7100").contains("0.78");
                });
    }

    @Test
    void whatCannotBeAskedForIsRefusedBySayingWhy() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        String model = candidate.model();

        assertThat(List.of(
                        ask("nobody-knows", 1, "champion", Use.HUMAN_REVIEWED),
                        ask(model, 99, "champion", Use.HUMAN_REVIEWED),
                        ask(model, 1, "shadow", Use.HUMAN_REVIEWED),
                        ask(model, 1, "champion", Use.AUTOMATED)))
                .containsExactly("UNKNOWN_MODEL", "UNKNOWN_VERSION", "NOT_PROTECTED", "USE_UNAVAILABLE");
        assertThat(promotions.ask(people.vera(), model, 1, "champion", Use.HUMAN_REVIEWED, ""))
                .isInstanceOf(Asked.Refused.class);
        assertThat(promotions.vote(people.priya(), 1_000_000, Choice.APPROVE, "", ""))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aRequestFollowsItsModelToANewName() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        models.rename(people.dana(), candidate.model(), candidate.model() + "-renamed")
                .orThrow();

        assertThat(bench.dossier(people.vera(), number).model()).isEqualTo(candidate.model() + "-renamed");
        assertThat(bench.approve(people.priya(), number)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theQueueShowsOpenRequestsFirstAndTheLongestWaitingOnTop() {
        String model = bench.model(people.dana());
        long rejected = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
        long waiting = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
        long unfair = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.unfair()));
        bench.vote(people.priya(), rejected, Choice.REJECT, "No");

        List<PromotionRow> rows = dossiers.rows(people.vera(), new PromotionDossiers.Filter(model, false));

        assertThat(rows).extracting(PromotionRow::number).containsExactly(waiting, unfair, rejected);
        assertThat(rows.get(0).passed()).isEqualTo(4);
        assertThat(rows.get(0).statusLine().english()).isEqualTo("Needs one approval by a reviewer.");
        assertThat(rows.get(1).failed()).isEqualTo(1);
        assertThat(rows.get(1).statusLine().english()).contains("fairness");
        assertThat(rows.get(2).statusLine().english()).isEqualTo("Priya Shah rejected it: No.");
        assertThat(dossiers.rows(people.vera(), new PromotionDossiers.Filter(model, true)))
                .hasSize(2);
        assertThat(dossiers.rows(people.vera(), new PromotionDossiers.Filter(null, true)))
                .extracting(PromotionRow::number)
                .contains(waiting, unfair);
    }

    private String ask(String model, int version, String alias, Use use) {
        return promotions.ask(people.dana(), model, version, alias, use, "") instanceof Asked.Refused refused
                ? refused.code()
                : "opened";
    }

    private long newestEvent() {
        return jdbc.sql("select seq from audit_head").query(Long.class).single();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
