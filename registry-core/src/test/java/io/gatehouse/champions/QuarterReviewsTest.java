package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.champions.QuarterInReview.Change;
import io.gatehouse.champions.QuarterInReview.Decision;
import io.gatehouse.champions.QuarterInReview.Happening;
import io.gatehouse.champions.QuarterInReview.ModelQuarter;
import io.gatehouse.champions.Timeline.Kind;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionStory;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The story as told on 15 Nov 2026: the first version came into use in July, the second in October. */
@DatabaseTest
class QuarterReviewsTest {
    private static final Instant NOW = Instant.parse("2026-11-15T12:00:00Z");
    private static final Quarter Q2 = new Quarter(2026, 2);
    private static final Quarter Q3 = new Quarter(2026, 3);
    private static final Quarter Q4 = new Quarter(2026, 4);

    private final QuarterReviews reviews;
    private final PromotionStory story;
    private final TestPeople people;
    private final HouseClock clock;
    private final JdbcClient jdbc;

    QuarterReviewsTest(
            QuarterReviews reviews, PromotionStory story, TestPeople people, HouseClock clock, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.story = story;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void aQuarterTellsWhatBecameOfTheVersionInUse() {
        PromotionStory.Told told = told();

        QuarterInReview review = review(people.vera(), Q4, Q3);

        assertThat(review.later().over()).isFalse();
        assertThat(review.later().until()).isEqualTo(NOW);
        assertThat(review.earlier().over()).isTrue();
        assertThat(of(review, told)).satisfies(model -> {
            assertThat(model.change()).isEqualTo(Change.REPLACED);
            assertThat(model.later().tenure()).extracting(Tenure::version).isEqualTo(2);
            assertThat(model.earlier().tenure()).extracting(Tenure::version).isEqualTo(1);
            assertThat(model.later().figures()).isNotNull();
            assertThat(model.against().english()).startsWith("Version 2 finds").contains("version 1");
        });
        assertThat(happened(review, told)).containsExactly(Kind.PROMOTED);
        assertThat(decided(review, told)).containsExactly(told.second());
        assertThat(words(review))
                .contains(
                        "In Q4 2026, which is not over, ", "Since the end of Q3 2026, the version in use changed for ");
    }

    @Test
    void aQuarterThatIsOverTellsItsEndAndNothingOfLater() {
        PromotionStory.Told told = told();

        QuarterInReview review = review(people.vera(), Q3, Q2);

        assertThat(of(review, told)).satisfies(model -> {
            assertThat(model.change()).isEqualTo(Change.FIRST);
            assertThat(model.later().tenure()).extracting(Tenure::version).isEqualTo(1);
            assertThat(model.earlier().tenure()).isNull();
            assertThat(model.earlier().sentence().code()).isEqualTo("then.nobody.yet");
        });
        assertThat(decided(review, told)).containsExactly(told.first());
        assertThat(Objects.requireNonNull(review.decisions()))
                .filteredOn(decision -> decision.number() == told.first())
                .extracting(Decision::state)
                .containsExactly(RequestState.EXECUTED);
        assertThat(words(review)).contains("At the end of Q3 2026, ");
    }

    @Test
    void betweenAQuarterAndItselfNothingHappens() {
        PromotionStory.Told told = told();

        QuarterInReview review = review(people.vera(), Q3, Q3);

        assertThat(of(review, told)).satisfies(model -> {
            assertThat(model.change()).isEqualTo(Change.SAME);
            assertThat(model.against().code()).isEqualTo("quarters.same");
        });
        assertThat(review.happened()).isEmpty();
        assertThat(review.decisions()).isEmpty();
        assertThat(words(review))
                .contains("No version in use changed since the end of Q3 2026.", "No request was decided");
    }

    @Test
    void ofAQuarterThatRunsNoEndIsTold() {
        PromotionStory.Told told = told();
        Instant spring = NOW.plus(Duration.ofDays(60));

        QuarterInReview review = clock.at(spring, () -> reviews.of(people.vera(), new Quarter(2027, 1), Q4));

        assertThat(of(review, told).against().english())
                .isEqualTo("Version 2 was in use at the end of Q4 2026 and still is.");
    }

    @Test
    void theLaterQuarterStandsBesideTheEarlierInWhicheverOrderTheyAreNamed() {
        PromotionStory.Told told = told();

        QuarterInReview review = review(people.vera(), Q3, Q4);

        assertThat(review.later().quarter()).isEqualTo("2026-Q4");
        assertThat(of(review, told).change()).isEqualTo(Change.REPLACED);
    }

    @Test
    void whatHappenedToAModelThatIsGoneIsNotToldOfAll() {
        PromotionStory.Told told = told();
        jdbc.sql("update registered_model set deleted_at = ? where name = ?")
                .params(NOW.atOffset(ZoneOffset.UTC), told.model())
                .update();

        QuarterInReview review = review(people.vera(), Q4, Q3);

        assertThat(review.models()).extracting(ModelQuarter::model).doesNotContain(told.model());
        assertThat(review.happened())
                .filteredOn(
                        each -> Long.valueOf(told.second()).equals(each.event().request()))
                .isEmpty();
    }

    @Test
    void whatChangedStandsFirst() {
        told();

        QuarterInReview review = review(people.vera(), Q4, Q3);

        List<Boolean> changed =
                review.models().stream().map(model -> model.change().isOne()).toList();
        assertThat(changed.lastIndexOf(true))
                .isLessThan(changed.contains(false) ? changed.indexOf(false) : changed.size());
    }

    @Test
    void whoMayNotReadRequestsIsToldOfVersionsAlone() {
        PromotionStory.Told told = told();

        QuarterInReview review = review(people.carl(), Q4, Q3);

        assertThat(of(review, told).change()).isEqualTo(Change.REPLACED);
        assertThat(review.decisions()).isNull();
        assertThat(review.accepted()).isNull();
        assertThat(words(review)).doesNotContain("decided");
        assertThatThrownBy(() -> review(people.adam(), Q4, Q3)).isInstanceOf(NotPermittedException.class);
    }

    private PromotionStory.Told told() {
        return clock.at(NOW, story::told);
    }

    private QuarterInReview review(Actor actor, Quarter later, Quarter earlier) {
        return clock.at(NOW, () -> reviews.of(actor, later, earlier));
    }

    private static ModelQuarter of(QuarterInReview review, PromotionStory.Told told) {
        return review.models().stream()
                .filter(model -> model.model().equals(told.model()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Kind> happened(QuarterInReview review, PromotionStory.Told told) {
        return review.happened().stream()
                .filter(each -> each.model().equals(told.model()))
                .map(Happening::event)
                .map(Timeline.Event::kind)
                .toList();
    }

    private static List<Long> decided(QuarterInReview review, PromotionStory.Told told) {
        return Objects.requireNonNull(review.decisions()).stream()
                .filter(decision -> decision.model().equals(told.model()))
                .map(Decision::number)
                .toList();
    }

    private static String words(QuarterInReview review) {
        return review.sentences().stream().map(Sentence::english).collect(Collectors.joining(" "));
    }
}
