package io.gatehouse.modelcard;

import static io.gatehouse.house.Together.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.modelcard.ModelCards.Saved;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.PromotionBench;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people say of a version: kept save by save, carried on, and never written over unread. */
@DatabaseTest
class ModelCardsTest {
    private final ModelCards cards;
    private final PromotionBench bench;
    private final TestPeople people;
    private final AuditTrail trail;
    private final JdbcClient jdbc;

    ModelCardsTest(ModelCards cards, PromotionBench bench, TestPeople people, AuditTrail trail, JdbcClient jdbc) {
        this.cards = cards;
        this.bench = bench;
        this.people = people;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    @Test
    void anAnswerIsKeptWithWhoGaveItAndWhen() {
        String model = modelOfVersions(1);

        Saved saved =
                save(people.dana(), model, 1, 0, Map.of(CardField.INTENDED_USE, " Ranks subscribers.\r\nWeekly. "));

        assertThat(saved)
                .isInstanceOfSatisfying(
                        Saved.Done.class,
                        done -> assertThat(done.sentence().english())
                                .isEqualTo("Dana Ortiz answered on the model card: Intended use."));
        CardAnswers card = cards.find(people.vera(), model, 1).orElseThrow();
        assertThat(card.revision()).isEqualTo(1);
        assertThat(card.answer(CardField.INTENDED_USE)).hasValueSatisfying(answer -> {
            assertThat(answer.words()).isEqualTo("Ranks subscribers.\nWeekly.");
            assertThat(answer.by()).isEqualTo("Dana Ortiz");
            assertThat(answer.given()).isTrue();
        });
        assertThat(cards.revisions(people.vera(), model, 1))
                .singleElement()
                .satisfies(revision -> assertThat(revision.sha256()).isEqualTo(card.sha256()));
    }

    @Test
    void savingTheSameAgainMakesNoRevision() {
        String model = modelOfVersions(1);
        save(people.dana(), model, 1, 0, Map.of(CardField.LIMITATIONS, "Few under 25."));

        assertThat(save(people.dana(), model, 1, 1, Map.of(CardField.LIMITATIONS, "Few under 25. ")))
                .isInstanceOf(Saved.Unchanged.class);
        assertThat(cards.revisions(people.vera(), model, 1)).hasSize(1);
    }

    @Test
    void savingNothingChangesNothing() {
        String model = modelOfVersions(1);

        assertThat(save(people.dana(), model, 1, 0, Map.of())).isInstanceOf(Saved.Unchanged.class);
        assertThat(cards.revisions(people.vera(), model, 1)).isEmpty();
    }

    @Test
    void aNewVersionStartsFromTheAnswersOfTheOneBeforeAndTheyCountOnceConfirmed() {
        String model = modelOfVersions(3);
        save(people.dana(), model, 1, 0, Map.of(CardField.OWNER, "Retention", CardField.USERS, "Agents"));
        save(people.rita(), model, 2, 0, Map.of(CardField.USERS, "Agents and their leads"));

        CardAnswers third = cards.find(people.vera(), model, 3).orElseThrow();
        assertThat(third.given(CardField.OWNER)).isFalse();
        assertThat(third.carried())
                .extracting(CardAnswer::words, CardAnswer::carriedFrom, CardAnswer::by)
                .containsExactly(tuple("Retention", 1, "Dana Ortiz"), tuple("Agents and their leads", 2, "Rita Gomez"));
        assertThat(third.sha256()).isEqualTo(ModelCards.NOTHING_SAID).isEqualTo(cards.sha256(third.modelId(), 3));

        save(people.dana(), model, 3, 0, Map.of(CardField.OWNER, "Retention"));

        CardAnswers confirmed = cards.find(people.vera(), model, 3).orElseThrow();
        assertThat(confirmed.answer(CardField.OWNER)).hasValueSatisfying(answer -> {
            assertThat(answer.given()).isTrue();
            assertThat(answer.carriedFrom()).isEqualTo(1);
        });
        assertThat(confirmed.missing(List.of(CardField.USERS, CardField.OWNER))).containsExactly(CardField.USERS);
        assertThat(confirmed.sha256())
                .isEqualTo(cards.sha256(third.modelId(), 3))
                .isNotEqualTo(third.sha256());
    }

    @Test
    void anAnswerThatWasTakenAwayIsNotCarriedOn() {
        String model = modelOfVersions(3);
        save(people.dana(), model, 1, 0, Map.of(CardField.MISUSE, "Pricing"));
        save(people.dana(), model, 2, 0, Map.of(CardField.MISUSE, ""));

        assertThat(cards.find(people.vera(), model, 3).orElseThrow().carried()).isEmpty();
    }

    @Test
    void whoSavesOnAStaleReadingIsToldWhoChangedWhatMeanwhile() {
        String model = modelOfVersions(1);
        save(people.dana(), model, 1, 0, Map.of(CardField.OWNER, "Retention"));
        save(people.rita(), model, 1, 1, Map.of(CardField.LIMITATIONS, "Few under 25.", CardField.RISKS, "Annoyance"));

        assertThat(save(people.dana(), model, 1, 1, Map.of(CardField.LIMITATIONS, "None.")))
                .isInstanceOfSatisfying(Saved.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("CHANGED_SINCE");
                    assertThat(refused.sentence().english())
                            .startsWith("Rita Gomez changed Risks and harms and Limitations on this card");
                });
        assertThat(cards.find(people.vera(), model, 1).orElseThrow().answer(CardField.LIMITATIONS))
                .hasValueSatisfying(answer -> assertThat(answer.words()).isEqualTo("Few under 25."));
        assertThat(save(people.dana(), model, 1, 9, Map.of(CardField.OWNER, "x")))
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("UNKNOWN_REVISION"));
    }

    @Test
    void ofTwoSavesAtTheSameMomentOneCounts() throws Exception {
        String model = modelOfVersions(1);
        List<Actor> both = List.of(people.dana(), people.rita());
        List<Callable<Saved>> saves = both.stream()
                .<Callable<Saved>>map(actor -> () -> save(
                        actor,
                        model,
                        1,
                        0,
                        Map.of(CardField.OWNER, actor.person().displayName())))
                .toList();

        assertThat(together(saves))
                .hasAtLeastOneElementOfType(Saved.Done.class)
                .hasAtLeastOneElementOfType(Saved.Refused.class);
    }

    @Test
    void whoMayNotWriteCardsAndWhatIsNoTextIsRefusedOnRecord() {
        String model = modelOfVersions(1);

        assertRefused(save(people.vera(), model, 1, 0, Map.of(CardField.OWNER, "x")), "NOT_PERMITTED");
        assertRefused(save(people.priya(), model, 1, 0, Map.of(CardField.OWNER, "x")), "NOT_PERMITTED");
        assertRefused(save(people.dana(), model, 1, 0, Map.of(CardField.OWNER, "x\0")), "INVALID_TEXT");
        assertRefused(
                save(people.dana(), model, 1, 0, Map.of(CardField.OWNER, "x".repeat(ModelCards.LONGEST + 1))),
                "INVALID_TEXT");
        assertRefused(save(people.dana(), model, 7, 0, Map.of(CardField.OWNER, "x")), "UNKNOWN_VERSION");
        assertThat(trail.of("model/" + model + "/version/1"))
                .extracting(AuditEvent::action)
                .filteredOn(action -> action.equals("model_card.save_refused"))
                .hasSize(4);
    }

    @Test
    void theAuditLogHoldsTheDigestOfTheCardAndNeverItsWords() {
        String model = modelOfVersions(1);
        save(people.dana(), model, 1, 0, Map.of(CardField.OWNER, "Zebulon of retention"));

        assertThat(trail.of("model/" + model + "/version/1"))
                .filteredOn(event -> event.action().equals("model_card.saved"))
                .singleElement()
                .satisfies(event -> assertThat(event.canonical())
                        .contains(
                                cards.find(people.vera(), model, 1)
                                        .orElseThrow()
                                        .sha256(),
                                "\"owner\"")
                        .doesNotContain("Zebulon"));
    }

    @Test
    void theDatabaseRefusesToRewriteWhatWasSaved() {
        String model = modelOfVersions(1);
        save(people.dana(), model, 1, 0, Map.of(CardField.OWNER, "Retention"));

        for (String rewriting : List.of(
                "update model_card_answer set words = 'x'",
                "delete from model_card_answer",
                "update model_card_revision set sha256 = 'x'",
                "delete from model_card_revision")) {
            assertThatThrownBy(() -> jdbc.sql(rewriting).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    private Saved save(Actor actor, String model, int version, int base, Map<CardField, String> words) {
        return cards.save(actor, model, version, base, words);
    }

    private static void assertRefused(Saved saved, String code) {
        assertThat(saved)
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private String modelOfVersions(int count) {
        String model = bench.model(people.dana());
        for (int i = 0; i < count; i++) {
            bench.candidate(people.dana(), model, null);
        }
        return model;
    }
}
