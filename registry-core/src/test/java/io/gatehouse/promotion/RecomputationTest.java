package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.Case;
import io.gatehouse.checks.CaseFile;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.evaluation.Recomputations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Digests;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionBench.Candidate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RecomputationTest {
    private final PromotionBench bench;
    private final Recomputations recomputations;
    private final Evaluations evaluations;
    private final JdbcClient jdbc;
    private final TestPeople people;

    RecomputationTest(
            PromotionBench bench,
            Recomputations recomputations,
            Evaluations evaluations,
            JdbcClient jdbc,
            TestPeople people) {
        this.bench = bench;
        this.recomputations = recomputations;
        this.evaluations = evaluations;
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
    void ofOneTableWithTwoDescriptionsBothAreKept() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        Evaluation first = judged(candidate);
        String narrower = TestPredictions.good().description().replace(", \"region\"", "");
        bench.put(people.dana(), candidate.run(), "evaluation/evidence.json", narrower);
        Evaluation second = judged(candidate);

        assertThat(second.evidence().sha256()).isEqualTo(first.evidence().sha256());
        assertThat(List.of(first, second))
                .allSatisfy(evaluation -> assertThat(recomputations.judgeAgain(people.rita(), evaluation.id()))
                        .contains(new Recomputations.Result.Same(evaluation.rulingSha256())));
        assertThat(description(first))
                .isEqualTo(Digests.sha256(TestPredictions.good().description()));
        assertThat(description(second)).isEqualTo(Digests.sha256(narrower));
        assertThat(pack(first).of()).contains(description(first)).doesNotContain(description(second));
    }

    @Test
    void aTableIsKeptApartWithAndWithoutADescription() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), null);
        String table = "y_true,y_proba,plan\n" + "1,0.9,a\n0,0.2,b\n1,0.7,b\n0,0.4,a\n".repeat(100);
        bench.put(people.dana(), candidate.run(), "evaluation/predictions.csv", table);
        Evaluation bare = judged(candidate);
        bench.put(people.dana(), candidate.run(), "evaluation/evidence.json", "{\"segments\": [\"plan\"]}");
        Evaluation described = judged(candidate);

        assertThat(pack(bare).description()).isEmpty();
        assertThat(pack(described).description()).isPresent();
        assertThat(List.of(bare, described))
                .allSatisfy(evaluation -> assertThat(recomputations.judgeAgain(people.rita(), evaluation.id()))
                        .contains(new Recomputations.Result.Same(evaluation.rulingSha256())));
    }

    @Test
    void featuresOfEveryEvaluationAreKept() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        for (String features : List.of("id,hours\n1,2\n", "id,hours\n1,3\n")) {
            bench.put(people.dana(), candidate.run(), "evaluation/features.csv", features);
            String table = judged(candidate).evidence().sha256();
            assertThat(jdbc.sql("select sha256 from artifact where directory like ? and name = 'features.csv'")
                            .param(".gatehouse/evidence/" + table + "/%")
                            .query(String.class)
                            .list())
                    .contains(Digests.sha256("id,hours\n1,2\n"), Digests.sha256(features));
        }
    }

    @Test
    void evidenceThatWasKeptByItsTableAloneIsFoundThere() {
        Evaluation evaluation =
                judged(bench.candidate(people.dana(), bench.model(people.dana()), new TestPredictions(0, 0.003, null)));
        String unnamed = pack(evaluation).of().replaceFirst(",\"descriptionSha256\":\"[0-9a-f]{64}\"", "");
        assertThat(unnamed).doesNotContain("descriptionSha256");
        String place = ".gatehouse/evidence/" + evaluation.evidence().sha256();
        jdbc.sql("update artifact set directory = ? where directory like ?")
                .params(place, place + "/%")
                .update();
        jdbc.sql("update evaluation set judged_case = ? where id = ?")
                .params(unnamed, evaluation.id())
                .update();

        assertThat(pack(evaluation).description()).isPresent();
        assertThat(recomputations.judgeAgain(people.rita(), evaluation.id()))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(Recomputations.Result.Different.class));
    }

    @Test
    void aRecordThatWasChangedIsFoundOut() {
        Evaluation evaluation = evaluated();
        Case of = CaseFile.read(pack(evaluation).of());
        Case milder = new Case(
                of.model(),
                of.version() + 1,
                of.alias(),
                of.champion(),
                of.policy(),
                of.assumptions(),
                of.record(),
                of.origin(),
                of.testSet(),
                of.descriptionSha256());
        jdbc.sql("update evaluation set judged_case = ? where id = ?")
                .params(CaseFile.write(milder), evaluation.id())
                .update();

        assertThat(recomputations.judgeAgain(people.rita(), evaluation.id()))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(Recomputations.Result.Different.class));
    }

    @Test
    void aSentenceThatSomebodyChangedInTheRecordIsFoundOut() {
        Evaluation evaluation = evaluated();
        String said = evaluation.checks().getFirst().sentence().english();
        assertThat(jdbc.sql("update evaluation set document = replace(document, ?, ?) where id = ?")
                        .params(said, said.replace(".", " indeed."), evaluation.id())
                        .update())
                .isOne();

        assertThat(recomputations.judgeAgain(people.rita(), evaluation.id()))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(Recomputations.Result.Different.class));
    }

    @Test
    void aSentenceThatSomebodyChangedTogetherWithItsDigestIsFoundOutByTheAuditLog() {
        Evaluation evaluation = evaluated();
        String said = evaluation.checks().getFirst().sentence().english();
        jdbc.sql("update evaluation set document = replace(document, ?, ?) where id = ?")
                .params(said, said.replace(".", " indeed."), evaluation.id())
                .update();
        Recomputations.Result.Different found = different(evaluation);
        jdbc.sql("update evaluation set document = replace(document, ?, ?) where id = ?")
                .params(evaluation.rulingSha256(), found.foundSha256(), evaluation.id())
                .update();

        assertThat(different(evaluation).storedSha256()).isEqualTo(evaluation.rulingSha256());
    }

    private Recomputations.Result.Different different(Evaluation evaluation) {
        return assertThat(recomputations
                        .judgeAgain(people.rita(), evaluation.id())
                        .orElseThrow())
                .asInstanceOf(InstanceOfAssertFactories.type(Recomputations.Result.Different.class))
                .actual();
    }

    @Test
    void whatNobodyEvaluatedCannotBeJudgedAgain() {
        assertThat(recomputations.judgeAgain(people.rita(), UUID.randomUUID())).isEmpty();
    }

    private Evaluation judged(Candidate candidate) {
        Evaluations.Result result =
                evaluations.evaluate(people.dana(), candidate.model(), candidate.version(), Use.HUMAN_REVIEWED);
        assertThat(result).isInstanceOf(Evaluations.Result.Stored.class);
        return ((Evaluations.Result.Stored) result).evaluation();
    }

    private Recomputations.Pack pack(Evaluation evaluation) {
        return recomputations.pack(people.rita(), evaluation.id()).orElseThrow();
    }

    private String description(Evaluation evaluation) {
        return pack(evaluation).description().orElseThrow().sha256();
    }

    private Evaluation evaluated() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        return Objects.requireNonNull(bench.dossier(people.priya(), number).evaluation());
    }
}
