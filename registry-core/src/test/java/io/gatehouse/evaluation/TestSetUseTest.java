package io.gatehouse.evaluation;

import static io.gatehouse.house.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.CaseFile;
import io.gatehouse.checks.TestSetUse;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DatabaseTest
class TestSetUseTest {
    private final PromotionBench bench;
    private final Evaluations evaluations;
    private final EvaluationStore store;
    private final Actor dana;
    private final String customers;

    TestSetUseTest(PromotionBench bench, Evaluations evaluations, EvaluationStore store, TestPeople people, Ids ids) {
        this.bench = bench;
        this.evaluations = evaluations;
        this.store = store;
        this.dana = people.dana();
        this.customers = ids.hex32();
    }

    @Test
    void looksAreCountedOverAllVersionsOfAllModels() {
        String model = bench.model(dana);
        Candidate first = candidate(model, 0.1);
        Candidate second = candidate(model, 0.2);
        Candidate elsewhere = candidate(bench.model(dana), 0.3);

        assertThat(looked(first)).startsWith("TEST_SET_FIRST_USE No version was judged");
        assertThat(looked(first)).startsWith("TEST_SET_FIRST_USE").contains("once before, for this version alone");
        assertThat(looked(second)).startsWith("TEST_SET_REUSED").contains("2 times before, for another version");
        assertThat(looked(elsewhere)).contains("3 times before, for 2 versions");
        assertThat(looked(elsewhere)).contains("4 times before, for 3 versions");
        assertThat(looked(first)).contains("5 times before, for 3 versions");
    }

    @RepeatedTest(3)
    void ofSeveralLooksAtTheSameMomentOneIsTheFirst(RepetitionInfo repetition) throws Exception {
        int looks = 4;
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < looks; i++) {
            String table = table("r" + repetition.getCurrentRepetition() + "-", i / 10.0, 3);
            candidates.add(judgedBy(bench.model(dana), "id", table));
        }
        List<Callable<Evaluation>> each = new ArrayList<>();
        candidates.forEach(candidate -> each.add(() -> evaluated(candidate)));
        List<Evaluation> stored = together(each);

        assertThat(stored)
                .extracting(evaluation -> testSet(evaluation).evaluations())
                .containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
        assertThat(stored)
                .allSatisfy(evaluation -> assertThat(testSet(evaluation).versions())
                        .isEqualTo(testSet(evaluation).evaluations()));
    }

    @Test
    void otherCustomersOrOtherLabelsAreAnotherTestSet() {
        String model = bench.model(dana);
        looked(candidate(model, 0.1));

        assertThat(looked(judgedBy(model, "id", table("x", 0.1, 3)))).startsWith("TEST_SET_FIRST_USE No version");
        assertThat(looked(judgedBy(model, "id", table("", 0.1, 4)))).startsWith("TEST_SET_FIRST_USE No version");
    }

    @Test
    void evidenceWithoutIdsIsNeitherCountedNorKnownAgain() {
        String model = bench.model(dana);

        assertThat(looked(judgedBy(model, null, table("", 0.1, 3)))).startsWith("TEST_SET_UNKNOWN");
        assertThat(looked(judgedBy(model, null, table("", 0.1, 3)))).startsWith("TEST_SET_UNKNOWN");
        assertThat(looked(candidate(model, 0.1))).startsWith("TEST_SET_FIRST_USE No version");
    }

    private Candidate candidate(String model, double shift) {
        return judgedBy(model, "id", table("", shift, 3));
    }

    private Candidate judgedBy(String model, @Nullable String id, String table) {
        Candidate candidate = bench.candidate(dana, model, null);
        bench.put(dana, candidate.run(), "evaluation/predictions.csv", table);
        String named = id == null ? "" : "'id':'" + id + "',";
        String description =
                "{" + named + "'label':'label','score':'score','positive_label':1,'segments':['plan_type']}";
        bench.put(dana, candidate.run(), "evaluation/evidence.json", description.replace('\'', '"'));
        return candidate;
    }

    /** @param more of the name of each customer @param shift of all scores @param every so many a customer leaves */
    private String table(String more, double shift, int every) {
        StringBuilder csv = new StringBuilder("id,label,score,plan_type\n");
        for (int i = 0; i < 200; i++) {
            String score = Double.toString(shift + i % 50 / 100.0);
            csv.append(customers + more + i)
                    .append(i % every == 0 ? ",1," : ",0,")
                    .append(score)
                    .append(",basic\n");
        }
        return csv.toString();
    }

    private TestSetUse testSet(Evaluation evaluation) {
        String of = store.judgedCase(evaluation.id()).orElseThrow();
        return Objects.requireNonNull(CaseFile.read(of).testSet());
    }

    private Evaluation evaluated(Candidate candidate) {
        Evaluations.Result result =
                evaluations.evaluate(dana, candidate.model(), candidate.version(), Use.HUMAN_REVIEWED);
        assertThat(result).isInstanceOf(Evaluations.Result.Stored.class);
        return ((Evaluations.Result.Stored) result).evaluation();
    }

    private String looked(Candidate candidate) {
        return evaluated(candidate).checks().stream()
                .flatMap(check -> check.findings().stream())
                .filter(finding -> finding.reasonCode().startsWith("TEST_SET"))
                .map(finding -> finding.reasonCode() + " " + finding.sentence().english())
                .findFirst()
                .orElseThrow();
    }
}
