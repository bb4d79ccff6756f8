package io.gatehouse.savedviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.savedviews.SavedViews.Result;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@DatabaseTest
class SavedViewsTest {
    private final SavedViews views;
    private final TestPeople people;
    private final String place = "experiments/" + UUID.randomUUID();

    SavedViewsTest(SavedViews views, TestPeople people) {
        this.views = views;
        this.people = people;
    }

    @Test
    void aViewIsThereAgainByItsNameForItsOwnerAlone() {
        SavedView kept = save("  Good ones ");
        save("a first one");
        assertThat(views.of(people.dana(), place))
                .extracting(SavedView::name)
                .containsExactly("a first one", "Good ones");
        assertThat(kept.choices()).isEqualTo("q=metrics.auc%3E0.8");
        assertThat(views.of(people.vera(), place)).isEmpty();
        assertThat(views.of(people.dana(), place + "/other")).isEmpty();
    }

    @Test
    void noTwoViewsOfATableHaveNamesThatLookAlike() {
        SavedView good = save("Good ones");
        SavedView other = save("Others");
        assertThat(views.save(people.dana(), place, "GOOD ONES", "q=1")).isEqualTo(new Result.NameTaken());
        assertThat(views.rename(people.dana(), place, other.id(), "good ones")).isEqualTo(new Result.NameTaken());
        assertThat(views.rename(people.dana(), place, good.id(), "GOOD ones")).isInstanceOf(Result.Kept.class);
        assertThat(views.save(people.dana(), place, "  ", "q=1")).isEqualTo(new Result.NotAName());
        assertThat(views.save(people.dana(), place, "x".repeat(61), "q=1")).isEqualTo(new Result.NotAName());
        assertThat(views.save(people.dana(), place, "long", "q".repeat(8_001))).isEqualTo(new Result.TooLong());
    }

    @Test
    void whatWasDeletedCanBeBroughtBack() {
        SavedView kept = save("Good ones");
        views.makeUsual(people.dana(), place, Optional.of(kept.id()));
        SavedView gone = views.delete(people.dana(), place, kept.id()).orElseThrow();
        assertThat(views.of(people.dana(), place)).isEmpty();
        assertThat(views.delete(people.dana(), place, kept.id())).isEmpty();
        assertThat(views.rename(people.dana(), place, kept.id(), "x")).isEqualTo(new Result.Gone());

        views.restore(people.dana(), place, gone);

        assertThat(views.usual(people.dana(), place)).contains(gone);
    }

    @Test
    void oneViewAtMostIsTheUsual() {
        SavedView one = save("one");
        SavedView other = save("other");
        views.makeUsual(people.dana(), place, Optional.of(one.id()));
        views.makeUsual(people.dana(), place, Optional.of(other.id()));
        assertThat(views.usual(people.dana(), place)).map(SavedView::name).contains("other");
        views.makeUsual(people.dana(), place, Optional.empty());
        assertThat(views.usual(people.dana(), place)).isEmpty();
    }

    @Test
    void nobodyChangesTheViewsOfOthers() {
        SavedView kept = save("mine");
        assertThat(views.delete(people.vera(), place, kept.id())).isEmpty();
        views.makeUsual(people.vera(), place, Optional.of(kept.id()));
        assertThat(views.of(people.dana(), place)).containsExactly(kept);
    }

    @Test
    void theListStaysShort() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            save("view " + i);
        }
        assertThat(views.save(people.dana(), place, "one more", "q=1")).isEqualTo(new Result.TooMany());
    }

    @Test
    void columnsAreRemembered() {
        assertThat(views.rememberedColumns(people.dana(), place)).isEmpty();
        views.rememberColumns(people.dana(), place, "col=metrics.auc");
        views.rememberColumns(people.dana(), place, "col=params.depth");
        assertThat(views.rememberedColumns(people.dana(), place)).isEqualTo("col=params.depth");
        assertThat(views.rememberedColumns(people.vera(), place)).isEmpty();
    }

    private SavedView save(String name) {
        return switch (views.save(people.dana(), place, name, "q=metrics.auc%3E0.8")) {
            case Result.Kept kept -> kept.view();
            case Result refused -> throw new AssertionError(refused);
        };
    }
}
