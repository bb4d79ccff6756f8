package io.gatehouse.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.champions.QuarterInReview;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.comparison.Comparison;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.risklist.RiskListPage.Movement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    static Stream<Enum<?>> statesThatPeopleSee() {
        return Stream.<Enum<?>[]>of(
                        Verdict.values(),
                        Finding.Remark.values(),
                        SegmentFigures.Unjudged.values(),
                        RequestState.values(),
                        Health.values(),
                        Use.values(),
                        Role.values(),
                        CheckName.values(),
                        Choice.values(),
                        Comparison.Kind.values(),
                        Comparison.Change.values(),
                        Movement.values(),
                        QuarterInReview.Change.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("statesThatPeopleSee")
    void everyStateThatPeopleSeeHasAWord(Enum<?> state) {
        assertThat(Words.of(state)).isNotBlank().doesNotContain("_");
    }

    @Test
    void aStateThatNobodyHasAWordForIsABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of(TimeUnit.DAYS))
                .withMessageContaining("TimeUnit.DAYS");
    }

    @Test
    void anAttributeThatIsKnownHasAWordAndAnyOtherReadsAsItsTechnicalName() {
        assertThat(Words.attribute("plan_type", Language.ENGLISH)).isEqualTo("Plan type");
        assertThat(Words.attribute("plan_type", Language.GERMAN)).isEqualTo("Tarif");
        assertThat(Words.attribute("home_market", Language.GERMAN)).isEqualTo("Home market");
    }

    @Test
    void twoAttributesTogetherHaveTheWordsOfBoth() {
        assertThat(Words.attribute("plan_type × tenure_band", Language.ENGLISH)).isEqualTo("Plan type × tenure band");
        assertThat(Words.attribute("plan_type × tenure_band", Language.GERMAN)).isEqualTo("Tarif × Vertragsdauer");
    }

    @Test
    void withinALineAnAttributeBeginsAsTheLanguageWritesNouns() {
        assertThat(Words.attributeWithin("plan_type × NPS_band", Language.ENGLISH))
                .isEqualTo("plan type × NPS band");
        assertThat(Words.attributeWithin("plan_type", Language.GERMAN)).isEqualTo("Tarif");
    }

    @Test
    void aSentenceThatNamesAnAttributeNamesItInTheLanguageOfTheReader() {
        Sentence sentence = Sentences.say(
                "fairness.group.small",
                Map.of("group", "Basic", "attribute", "plan type × home market", "n", 12, "remedy", ""));

        assertThat(sentence.english()).startsWith("Basic (plan type × home market)");
        assertThat(sentence.in(Language.GERMAN)).startsWith("Basic (Tarif × Home market)");
    }

    @Test
    void aFigureThatNobodyHasNamedReadsAsItsTechnicalName() {
        assertThat(Words.figure("value_difference_per_customer"))
                .isEqualTo("Worth per customer beside the version in use");
        assertThat(Words.figure("val_log_loss")).isEqualTo("Val log loss");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"655182.50|$655,183", "655183.50|$655,184", "0.125|$0.13", "-655182.50|−$655,183"})
    void halvesAreRoundedUpAsSpreadsheetsDo(BigDecimal amount, String written) {

        Currency dollars = Currency.getInstance("USD");
        assertThat(Written.money(amount.doubleValue(), dollars)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD | 1.25 | $1.25",
                "EUR | 1.25 | €1.25",
                "EUR | -48211.4 | −€48,211",
                "GBP | 100 | £100",
                "CHF | 12 | CHF 12.00",
                "EUR | NaN | not known"
            })
    void aSentenceWritesMoneyInTheCurrencyItWasCountedIn(String currency, double each, String written) {
        Sentence sentence =
                Sentences.say("value.nobody.met", "currency", currency, "each", each, "low", each, "high", each);

        assertThat(sentence.english())
                .isEqualTo("Against contacting nobody it is worth " + written + " a customer, likely between " + written
                        + " and " + written + ".");
    }

    @Test
    void moneyWithoutItsCurrencyIsABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sentences.say("value.nobody.met", "each", 1.0, "low", 0.5, "high", 1.5))
                .withMessageContaining("currency");
    }

    @ParameterizedTest
    @CsvSource({"2023-10-01T00:00:00Z,1 Oct 2023", "2023-10-01,1 Oct 2023", "last autumn,last autumn", "'',''"})
    void aDateOfTheEvidenceIsWrittenAsOtherDaysAre(String told, String written) {
        assertThat(Written.told(told)).isEqualTo(written);
    }
}
