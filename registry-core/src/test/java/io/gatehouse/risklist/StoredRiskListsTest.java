package io.gatehouse.risklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.notices.Inbox;
import io.gatehouse.notices.NewsRound;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.NewVersion;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.risklist.RiskListPage.Left;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskListPage.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class StoredRiskListsTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

    private final RiskLists lists;
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final NewsRound news;
    private final Inbox inbox;
    private final TestPeople people;
    private final JdbcClient jdbc;
    private final String model = "churn-" + UUID.randomUUID();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    StoredRiskListsTest(
            RiskLists lists,
            RegisteredModels models,
            ModelVersions versions,
            NewsRound news,
            Inbox inbox,
            TestPeople people,
            JdbcClient jdbc) {
        this.lists = lists;
        this.models = models;
        this.versions = versions;
        this.news = news;
        this.inbox = inbox;
        this.people = people;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void register() {
        models.create(people.dana(), model, null, Map.of()).orThrow();
        versions.create(people.dana(), new NewVersion(model, "s3://elsewhere/model", null, "", null, null, Map.of()))
                .orThrow();
    }

    @Test
    void aListHoldsThoseAtOrAboveTheThresholdByFallingScore() throws IOException {
        RiskListPage.Header header = posted(WEDNESDAY, "a,0.30", "b,0.90", "c,0.10", "d,0.20");

        assertThat(rows(header)).extracting(Row::customer).containsExactly("b", "a", "d");
        assertThat(header.scored()).isEqualTo(4);
        assertThat(header.listed()).isEqualTo(3);
        assertThat(header.previous()).isNull();
        assertThat(rows(header).getFirst().reasons()).isNotEmpty();
    }

    @Test
    void theNextListSaysWhoJoinedAndWhoLeft() throws IOException {
        posted(WEDNESDAY.minusDays(7), "a,0.30", "b,0.90", "c,0.40");

        RiskListPage.Header header = posted(WEDNESDAY, "a,0.50", "b,0.90", "d,0.35");

        assertThat(header.previous()).isNotNull().satisfies(before -> {
            assertThat(before.joined()).isEqualTo(1);
            assertThat(before.left()).isEqualTo(1);
        });
        assertThat(rows(header)).extracting(Row::movement).containsExactly(Movement.SAME, Movement.UP, Movement.NEW);
    }

    @Test
    void whatTheListBeforeSaidOfACustomerStandsBesideWhatThisOneSays() throws IOException {
        RiskListPage.Header first = posted(WEDNESDAY.minusDays(7), "a,0.30", "b,0.90");
        RiskListPage.Header second = posted(WEDNESDAY, "a,0.50", "d,0.35");

        assertThat(lists.before(people.carl(), second, "a")).hasValueSatisfying(row -> {
            assertThat(row.probability()).isEqualTo(0.30);
            assertThat(row.reasons()).isNotEmpty();
        });
        assertThat(lists.before(people.carl(), second, "d")).as("joined").isEmpty();
        assertThat(lists.before(people.carl(), first, "a")).as("the first list").isEmpty();
        assertThatThrownBy(() -> lists.before(people.vera(), second, "a")).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void whoLeftTheListIsNamedWithWhatWasSaidOfThemAndTheirScoreOfNow() throws IOException {
        RiskListPage.Header first = posted(WEDNESDAY.minusDays(7), "a,0.30", "b,0.90", "c,0.40", "e,0.80", "f,0.10");
        RiskListPage.Header second = posted(WEDNESDAY, "a,0.50", "c,0.05", "d,0.35", "f,0.10");

        assertThat(lists.left(people.carl(), second, 0, 10))
                .extracting(
                        left -> left.before().customer(), left -> left.before().probability(), Left::score)
                .containsExactly(tuple("b", 0.90, null), tuple("e", 0.80, null), tuple("c", 0.40, 0.05));
        assertThat(lists.left(people.carl(), second, 0, 10))
                .allSatisfy(left -> assertThat(left.before().reasons()).isNotEmpty());
        assertThat(lists.left(people.carl(), first, 0, 10)).as("the first list").isEmpty();
    }

    @Test
    void whoLeftAListThatAnEarlierReleasePostedBesideThisOneIsFoundAllTheSame() throws IOException {
        posted(WEDNESDAY.minusDays(7), "a,0.30", "b,0.90", "c,0.40");
        RiskListPage.Header second = posted(WEDNESDAY, "c,0.05", "d,0.35");
        List<Left> left = lists.left(people.carl(), second, 0, 10);

        jdbc.sql("delete from risk_list_left where list_number = ?")
                .param(second.number())
                .update();

        assertThat(lists.left(people.carl(), second, 0, 10)).hasSize(3).isEqualTo(left);
        assertThat(lists.left(people.carl(), second, left.getFirst().before().rank(), 1))
                .containsExactly(left.get(1));
    }

    @Test
    void ofAListWithoutTheScoresOfOthersNobodyKnowsWhetherTheyWereScoredAgain() throws IOException {
        posted(WEDNESDAY.minusDays(7), "a,0.30", "b,0.90");
        RiskListPage.Header second = posted(WEDNESDAY, "a,0.50");
        assertThat(lists.left(people.carl(), second, 0, 10)).allMatch(Left::scoresKept);

        jdbc.sql("update risk_list set scores_kept = false where number = ?")
                .param(second.number())
                .update();

        assertThat(lists.left(people.carl(), second, 0, 10)).hasSize(1).noneMatch(Left::scoresKept);
    }

    @Test
    void whoLeftTheListIsReadPageByPageByWhoeverMayReadLists() throws IOException {
        posted(WEDNESDAY.minusDays(7), "a,0.30", "b,0.90", "c,0.40");
        RiskListPage.Header second = posted(WEDNESDAY, "d,0.35");

        List<Left> page = lists.left(people.carl(), second, 0, 2);
        assertThat(page).extracting(left -> left.before().customer()).containsExactly("b", "c");
        assertThat(lists.left(people.carl(), second, page.getLast().before().rank(), 2))
                .extracting(left -> left.before().customer())
                .containsExactly("a");
        assertThat(lists.left(people.carl(), second, 3, 2)).isEmpty();
        assertThatThrownBy(() -> lists.left(people.vera(), second, 0, 2)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void customerSuccessIsToldOfEachListAndNobodyElse() throws IOException {
        List.of(people.carl(), people.dana(), people.rita(), people.vera());
        long first = posted(WEDNESDAY.minusDays(7), "a,0.30", "b,0.90").number();
        long second = posted(WEDNESDAY, "a,0.50", "b,0.90", "d,0.35").number();

        assertThat(told(people.carl(), first))
                .containsExactly("A list of subscribers of " + model
                        + " who may leave is there, as of 11 Nov 2026: 2 on it (RL-" + first + ").");
        assertThat(told(people.carl(), second))
                .containsExactly("The list of subscribers of " + model
                        + " who may leave is there, as of 18 Nov 2026: 3 on it, 1 of them new (RL-" + second
                        + ").");
        for (Actor other : List.of(people.dana(), people.rita(), people.vera())) {
            assertThat(told(other, second)).as(other.person().displayName()).isEmpty();
        }
    }

    private List<String> told(Actor reader, long list) {
        news.run();
        return inbox.page(reader, new Inbox.Query(false, NoticeKind.RISK_LIST, 0, 500)).stream()
                .filter(notice -> notice.place().equals("risk-lists/RL-" + list))
                .map(notice -> notice.title().english())
                .toList();
    }

    @Test
    void filtersLeaveOnlyWhatTheyName() throws IOException {
        RiskListPage.Header header = posted(WEDNESDAY, "a,0.30", "zoe,0.90", "c,0.45");

        assertThat(page(header, RiskLists.Filter.ALL.withText("ZOE")).rows())
                .extracting(Row::customer)
                .containsExactly("zoe");
        assertThat(page(
                                header,
                                RiskLists.Filter.ALL
                                        .withSegments(Map.of("plan", "basic"))
                                        .withBand("high"))
                        .rows())
                .extracting(Row::customer)
                .containsExactly("c");
        assertThat(page(header, RiskLists.Filter.ALL.withText("%")).matching()).isZero();
    }

    @Test
    void whoWritesACustomerInFullMeansThatOneAndWhoWritesAPartMeansAllThatHaveIt() throws IOException {
        RiskListPage.Header header = posted(WEDNESDAY, "SF-1,0.90", "SF-10,0.80", "SF-2,0.70");

        for (String written : List.of("SF-1", "sf-1", " SF-1 ")) {
            assertThat(page(header, RiskLists.Filter.ALL.withText(written)).rows())
                    .as(written)
                    .extracting(Row::customer)
                    .containsExactly("SF-1");
        }
        assertThat(page(header, RiskLists.Filter.ALL.withText("f-1")).rows())
                .extracting(Row::customer)
                .containsExactly("SF-1", "SF-10");
    }

    @Test
    void aListIsWalkedPageByPageFromTheRankOfTheLastRow() throws IOException {
        long list = posted(WEDNESDAY, "a,0.90", "b,0.80", "c,0.70", "d,0.60", "eve,0.50")
                .number();
        RiskLists.Filter all = RiskLists.Filter.ALL;

        assertThat(after(list, all, 0)).containsExactly("a", "b");
        assertThat(after(list, all, 2)).containsExactly("c", "d");
        assertThat(after(list, all, 4)).containsExactly("eve");
        assertThat(after(list, all, 5)).isEmpty();
        // Ranks are those of the whole list, so a filter leaves gaps between them.
        assertThat(after(list, all.withBand("high"), 1)).containsExactlyElementsOf(highAfter(list, 1));
        assertThat(after(list, all.withText("eve"), 2)).containsExactly("eve");
        assertThat(lists.after(people.carl(), 987_654, all, 0, 2)).isEmpty();
        assertThatThrownBy(() -> lists.after(people.vera(), list, all, 0, 2)).isInstanceOf(NotPermittedException.class);
    }

    private List<String> after(long list, RiskLists.Filter filter, int rank) {
        return lists.after(people.carl(), list, filter, rank, 2).stream()
                .map(Row::customer)
                .toList();
    }

    private List<String> highAfter(long list, int rank) {
        return lists
                .page(people.carl(), list, RiskLists.Filter.ALL.withBand("high"), 0, 100)
                .orElseThrow()
                .rows()
                .stream()
                .filter(row -> row.rank() > rank)
                .limit(2)
                .map(Row::customer)
                .toList();
    }

    @Test
    void aFileThatIsNoTableLeavesNoList() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "PK nonsense");
        int before = lists.all(people.carl()).size();

        RiskLists.Posted posted = lists.post(people.dana(), description(WEDNESDAY), file);

        assertThat(posted).isInstanceOf(RiskLists.Posted.Refused.class);
        assertThat(lists.all(people.carl())).hasSize(before);
    }

    @Test
    void theGroupsOfAListAreThoseThatItHolds() throws IOException {
        long number = posted(WEDNESDAY, "a,0.5", "b,0.6").number();

        assertThat(lists.groups(people.carl(), number)).isEqualTo(Map.of("plan", List.of("basic")));
        assertThat(lists.groups(people.carl(), 987_654)).isEmpty();
        assertThatThrownBy(() -> lists.groups(people.vera(), number)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void whatAFilterLeavesIsCountedNoFurtherThanAsked() throws IOException {
        long number = posted(WEDNESDAY, "a,0.5", "b,0.6", "c,0.7").number();
        RiskLists.Filter fits = RiskLists.Filter.ALL.withSegments(Map.of("plan", "basic"));

        assertThat(lists.countUpTo(people.carl(), number, fits, 2)).isEqualTo(2);
        assertThat(lists.countUpTo(people.carl(), number, fits, 10)).isEqualTo(3);
        assertThat(lists.countUpTo(people.carl(), number, RiskLists.Filter.ALL, 10))
                .isEqualTo(3);
        assertThat(lists.countUpTo(people.carl(), 987_654, RiskLists.Filter.ALL, 10))
                .isZero();
        assertThat(lists.header(people.carl(), number))
                .hasValueSatisfying(header -> assertThat(header.listed()).isEqualTo(3));
    }

    @Test
    void aPlaceOnAListIsARankAndWhatIsSkippedBehindIt() throws IOException {
        long number = posted(WEDNESDAY, "a,0.5", "b,0.6", "c,0.7", "d,0.4").number();

        assertThat(lists.after(people.carl(), number, RiskLists.Filter.ALL, new RiskLists.From(1, 1), 2))
                .extracting(Row::customer)
                .containsExactly("a", "d");
    }

    @Test
    void aVersionThatDoesNotExistIsNamed() throws IOException {
        RiskLists.BatchDescription wrong =
                new RiskLists.BatchDescription(model, 9, WEDNESDAY, 0.2, "subscribers", null, null, null, List.of());

        assertThat(lists.post(people.dana(), wrong, table("a,0.5")))
                .isInstanceOfSatisfying(
                        RiskLists.Posted.Refused.class,
                        refused -> assertThat(refused.sentence().english()).contains("has no version 9"));
    }

    @Test
    void aVicePresidentDoesNotReadWhoIsOnAList() {
        assertThatThrownBy(() -> lists.all(people.vera())).isInstanceOf(NotPermittedException.class);
    }

    private List<Row> rows(RiskListPage.Header header) {
        return page(header, RiskLists.Filter.ALL).rows();
    }

    private RiskListPage page(RiskListPage.Header header, RiskLists.Filter filter) {
        return lists.page(people.carl(), header.number(), filter, 0, 100).orElseThrow();
    }

    private RiskListPage.Header posted(LocalDate day, String... rows) throws IOException {
        RiskLists.Posted posted = lists.post(people.dana(), description(day), table(rows));
        assertThat(posted).isInstanceOf(RiskLists.Posted.Listed.class);
        return ((RiskLists.Posted.Listed) posted).header();
    }

    private RiskLists.BatchDescription description(LocalDate day) {
        return new RiskLists.BatchDescription(
                model, 1, day, 0.2, "subscribers of " + model, null, null, null, List.of("plan"));
    }

    /** Each row's whole log-odds come from one feature, so that the explanation adds up. */
    private Path table(String... rows) throws IOException {
        StringBuilder csv =
                new StringBuilder("id,score,plan,support_tickets_90d,contrib_support_tickets_90d,contrib_bias\n");
        for (String row : rows) {
            String[] cells = row.split(",");
            double score = Double.parseDouble(cells[1]);
            csv.append(String.format(
                    Locale.ROOT, "%s,%s,basic,5,%.12f,-3%n", cells[0], cells[1], Math.log(score / (1 - score)) + 3));
        }
        return Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), csv);
    }
}
