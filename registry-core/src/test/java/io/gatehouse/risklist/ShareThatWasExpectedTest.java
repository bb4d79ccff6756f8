package io.gatehouse.risklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.sentences.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class ShareThatWasExpectedTest {
    private final RiskLists lists;
    private final RegisteredModels models;
    private final Evaluations evaluations;
    private final PromotionBench bench;
    private final TestPeople people;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private PromotionBench.Candidate candidate;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    ShareThatWasExpectedTest(
            RiskLists lists,
            RegisteredModels models,
            Evaluations evaluations,
            PromotionBench bench,
            TestPeople people) {
        this.lists = lists;
        this.models = models;
        this.evaluations = evaluations;
        this.bench = bench;
        this.people = people;
    }

    @BeforeEach
    void register() {
        candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
    }

    @Test
    void aListSaysHowItsShareComparesWithTheTestsOfItsVersion() throws IOException {
        bench.asked(people.dana(), candidate);
        double expected = expected();
        int as = (int) Math.round(1_000 * expected);

        assertThat(said(posted(1_000, as, 0.2)))
                .hasValueSatisfying(sentence -> assertThat(sentence.english())
                        .contains("about as many as when version " + candidate.version() + " was tested")
                        .contains(String.format(Locale.ENGLISH, "%.1f %%", 100 * expected)));
        assertThat(said(posted(1_000, as / 2, 0.2)))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence.english()).contains("Fewer of these customers look like leaving"));
        assertThat(said(posted(1_000, Math.min(1_000, as * 3 / 2), 0.2)))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence.english()).contains("More of these customers look like leaving"));
    }

    @Test
    void aListOfFewCustomersSaysNothingOfShares() throws IOException {
        bench.asked(people.dana(), candidate);

        assertThat(said(posted(99, 9, 0.2))).isEmpty();
    }

    @Test
    void anotherThresholdThanThatOfTheTestsIsNotComparedWithThem() throws IOException {
        bench.asked(people.dana(), candidate);

        assertThat(said(posted(1_000, 100, 0.3))).isEmpty();
    }

    @Test
    void aListOfAVersionThatWasNeverEvaluatedSaysNothingOfTests() throws IOException {
        assertThat(said(posted(1_000, 100, 0.2))).isEmpty();
    }

    @Test
    void howLongTheNewestListOfAVersionInUseIsMayBeReadWithoutTheList() throws IOException {
        long asked = bench.asked(people.dana(), candidate);
        posted(1_000, 90, 0.2);
        posted(1_000, 100, 0.2);
        assertThat(lists.ofVersionsInUse(people.vera(), List.of(candidate.model())))
                .isEmpty();

        bench.approve(people.priya(), asked);

        assertThat(lists.ofVersionsInUse(people.vera(), List.of(candidate.model(), "another")))
                .containsExactly(
                        entry(candidate.model(), new RiskLists.Length(LocalDate.of(2026, 11, 18), 1_000, 100)));
    }

    private double expected() {
        UUID id = models.find(people.dana(), candidate.model()).orThrow().id();
        ValueFigures value = evaluations
                .latest(people.priya(), id, candidate.version())
                .orElseThrow()
                .value()
                .orElseThrow();
        return (double) value.contacted() / value.customers();
    }

    private static Optional<Sentence> said(RiskListPage.Header list) {
        return list.summary().stream()
                .filter(sentence -> sentence.code().startsWith("risklist.expected."))
                .findFirst();
    }

    private RiskListPage.Header posted(int scored, int listed, double threshold) throws IOException {
        StringBuilder csv = new StringBuilder("id,score,contrib_support_tickets_90d,contrib_bias\n");
        for (int i = 0; i < scored; i++) {
            double score = i < listed ? 0.9 : 0.1;
            csv.append(String.format(Locale.ROOT, "c%d,%s,%.12f,-3%n", i, score, Math.log(score / (1 - score)) + 3));
        }
        Path file = Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), csv);
        RiskLists.BatchDescription batch = new RiskLists.BatchDescription(
                candidate.model(),
                candidate.version(),
                LocalDate.of(2026, 11, 18),
                threshold,
                "subscribers",
                null,
                null,
                null,
                List.of());
        return switch (lists.post(people.dana(), batch, file)) {
            case RiskLists.Posted.Listed(RiskListPage.Header header) -> header;
            case RiskLists.Posted.Refused refused ->
                throw new AssertionError(refused.sentence().english());
        };
    }
}
