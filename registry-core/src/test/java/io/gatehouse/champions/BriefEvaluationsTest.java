package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.EvaluationSets;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.promotion.PromotionStory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of a thousand models read a twentieth of what is kept of evaluations, and say the same. */
@DatabaseTest
class BriefEvaluationsTest {
    private final PromotionStory story;
    private final EvaluationSets sets;
    private final Evaluations evaluations;
    private final TestPeople people;
    private final JdbcClient jdbc;

    BriefEvaluationsTest(
            PromotionStory story, EvaluationSets sets, Evaluations evaluations, TestPeople people, JdbcClient jdbc) {
        this.story = story;
        this.sets = sets;
        this.evaluations = evaluations;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Test
    void aBriefSaysOfAChampionWhatTheWholeSays() {
        Evaluation whole = judged();
        Evaluation brief = brief(whole);

        assertThat(SummaryOfTest.summary(brief, List.of(brief), null))
                .isEqualTo(SummaryOfTest.summary(whole, List.of(whole), null));
        assertThat(tenure(brief)).isEqualTo(tenure(whole));
        assertThat(AgainstEarlier.sentence(2, brief, 1, brief)).isEqualTo(AgainstEarlier.sentence(2, whole, 1, whole));
        assertThat(fairness(whole).segments()).hasSizeGreaterThan(1);
        assertThat(fairness(brief).segments()).hasSize(1);
    }

    @Test
    void itIsKeptBesideTheWholeAndMuchShorter() {
        Evaluation whole = judged();

        assertThat(length("brief", whole)).isBetween(1, length("document", whole) / 2);
    }

    @Test
    void anEvaluationOfAnEarlierReleaseIsReadWhole() {
        Evaluation whole = judged();
        jdbc.sql("update evaluation set brief = null where id = ?")
                .param(whole.id())
                .update();

        assertThat(brief(whole).checks())
                .isEqualTo(whole.checks().stream().map(CheckResult::inBrief).toList());
    }

    /** Until then the group of the lowest ratio was kept, however small, and of whatever rate. */
    @Test
    void aBriefOfAnEarlierReleaseThatKeptAnotherGroupIsReadFromTheWhole() {
        Evaluation whole = judged();
        jdbc.sql("update evaluation set brief = replace(brief, 'true_positive_rate_ratio', 'false_positive_rate_ratio')"
                        + " where id = ?")
                .param(whole.id())
                .update();

        assertThat(fairness(brief(whole))).isEqualTo(fairness(whole).inBrief());
        assertThat(fairness(brief(whole)).servedWorst()).isPresent();
    }

    @Test
    void theNewestOfManyVersionsAreTheSameInBrief() {
        Evaluation whole = judged();
        UUID model = jdbc.sql("select model_id from evaluation where id = ?")
                .param(whole.id())
                .query(UUID.class)
                .single();
        List<VersionKey> versions = List.of(new VersionKey(model, 1), new VersionKey(model, 2));

        var newest = sets.newest(people.vera(), versions);
        var briefs = sets.newestBriefs(people.vera(), versions);

        assertThat(briefs.keySet()).isEqualTo(newest.keySet());
        newest.forEach((version, found) -> assertThat(briefs.get(version))
                .extracting(Evaluation::id)
                .isEqualTo(found.stream().map(Evaluation::id).toList()));
        assertThat(sets.newestBriefs(people.vera(), List.of(new VersionKey(model, 99))))
                .isEmpty();
    }

    private Evaluation judged() {
        UUID id = jdbc.sql("select r.evaluation_id from promotion_request r where r.number = ?")
                .param(story.told().second())
                .query(UUID.class)
                .single();
        return evaluations.find(people.vera(), id).orElseThrow();
    }

    private Evaluation brief(Evaluation whole) {
        return Objects.requireNonNull(
                sets.briefs(people.vera(), List.of(whole.id())).get(whole.id()));
    }

    private static CheckResult fairness(Evaluation evaluation) {
        return evaluation.check(CheckName.FAIRNESS).orElseThrow();
    }

    private static Tenure tenure(Evaluation evaluation) {
        return SummaryOfTest.tenure(2, Instant.EPOCH, null, evaluation).shown();
    }

    private int length(String column, Evaluation evaluation) {
        return jdbc.sql("select length(" + column + ") from evaluation where id = ?")
                .param(evaluation.id())
                .query(Integer.class)
                .single();
    }
}
