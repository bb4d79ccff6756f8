package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.Case;
import io.gatehouse.checks.CaseFile;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Recomputations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(PromotionBench.class)
class RecomputationTest {
    private final PromotionBench bench;
    private final Recomputations recomputations;
    private final JdbcClient jdbc;
    private final TestPeople people;

    RecomputationTest(PromotionBench bench, Recomputations recomputations, JdbcClient jdbc, TestPeople people) {
        this.bench = bench;
        this.recomputations = recomputations;
        this.jdbc = jdbc;
        this.people = people;
    }

    @Test
    void anEvaluationJudgedAgainFromTheRecordComesOutTheSame() {
        Evaluation evaluation = evaluated();

        assertThat(recomputations.judgeAgain(people.rita(), evaluation.id()))
                .contains(new Recomputations.Result.Same(evaluation.rulingSha256()));
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'evaluation.recomputed'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aRecordThatWasChangedIsFoundOut() {
        Evaluation evaluation = evaluated();
        Case of = CaseFile.read(recomputations
                .pack(people.rita(), evaluation.id())
                .orElseThrow()
                .of());
        Case milder = new Case(
                of.model(),
                of.version() + 1,
                of.alias(),
                of.champion(),
                of.policy(),
                of.assumptions(),
                of.record(),
                of.origin(),
                of.testSet());
        jdbc.sql("update evaluation set judged_case = ? where id = ?")
                .params(CaseFile.write(milder), evaluation.id())
                .update();

        assertThat(recomputations.judgeAgain(people.rita(), evaluation.id()))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(Recomputations.Result.Different.class));
    }

    @Test
    void whatNobodyEvaluatedCannotBeJudgedAgain() {
        assertThat(recomputations.judgeAgain(people.rita(), UUID.randomUUID())).isEmpty();
    }

    private Evaluation evaluated() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        return Objects.requireNonNull(bench.dossier(people.priya(), number).evaluation());
    }
}
