package io.gatehouse.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.promotion.RequestState;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetoldTest {
    @Test
    void aSentenceIsToldAgainFromItsParametersWithTheFiguresOfTheLanguage() {
        Sentence kept = Sentences.say(
                "performance.floor.met", "n", 7500, "auc", 0.8848, "low", 0.8771, "high", 0.8925, "floor", 0.78);

        assertThat(kept.in(Language.GERMAN))
                .isEqualTo("Die AUC auf 7.500 Testkunden ist 0,8848, wahrscheinlich zwischen 0,8771 und 0,8925;"
                        + " mindestens 0,78 ist verlangt.");
        assertThat(kept.in(Language.ENGLISH)).isEqualTo(kept.english());
    }

    @Test
    void moneyStandsBehindItsFigureInGerman() {
        Sentence kept = Sentences.say("value.nobody.met", "each", 1.25, "low", -0.5, "high", 2500.0, "currency", "USD");

        assertThat(kept.in(Language.GERMAN)).contains("1,25 $ je Kunde", "zwischen −0,50 $ und 2.500 $");
    }

    @Test
    void aSentenceWithinASentenceIsFoundByItsEnglish() {
        Sentence reason = Sentences.say("performance.champion.first");
        Sentence kept = Sentences.say("performance.inconclusive", "reason", reason.english());

        assertThat(kept.in(Language.GERMAN))
                .isEqualTo(
                        "Ob es gut genug ist, lässt sich nicht sagen: Noch ist keine Version im Einsatz, es gibt also keine zum Vergleichen.");
    }

    @Test
    void wordsOfTheHouseAreToldAgainAndNamesStay() {
        Sentence kept = Sentences.say(
                "champion.watch.accepted",
                Map.of("found", 84, "checks", "Performance and Fairness by segment", "day", "3 Apr 2026"));

        assertThat(kept.in(Language.GERMAN))
                .contains("am 03.04.2026 nicht bestanden wurde: Güte und Fairness nach Segment;");
        assertThat(Sentences.say("promotion.rejected", "person", "Priya and Ravi", "reason", "Not yet. Performance.")
                        .in(Language.GERMAN))
                .isEqualTo("Priya and Ravi hat abgelehnt: Not yet. Performance.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            awaiting review                      | in Prüfung
            performance (failed), value (passed) | Güte (nicht bestanden), ROI (bestanden)
            Thursday 5 Mar 2026 at 09:30         | Donnerstag, 05.03.2026, um 09:30
            from 1 Feb 2026 to 5 Mar 2026        | vom 01.02.2026 bis 05.03.2026
            2 versions                           | 2 Versionen
            auc on test data, as logged          | auc auf Testdaten, wie protokolliert
            12,345.6                             | 12.345,6
            3.0.5                                | 3.0.5
            $46K                                 | 46 Tsd. $
            He looked at it on a Monday at noon  | He looked at it on a Monday at noon
            unknown words of a script            | unknown words of a script
            """)
    void whatTheProductPutTogetherIsKnownAgain(String english, String german) {
        assertThat(Retold.said(english, Language.GERMAN)).isEqualTo(german);
        assertThat(Retold.said(english, Language.ENGLISH)).isEqualTo(english);
    }

    @Test
    void whatCustomersAreGroupedByHasItsNameInTheLanguageAndGroupsKeepTheirs() {
        assertThat(Sentences.say("fairness.fail", "groups", "Prepaid (plan type), 18-24 (age band)", "first", "")
                        .in(Language.GERMAN))
                .isEqualTo("Es findet zu wenige Kündigende in Prepaid (Tarif), 18-24 (Altersgruppe). ");
        assertThat(Sentences.say(
                                "fairness.fail",
                                "groups",
                                "Fibre and TV (plan type), Bonn, Köln and others (region), 18-24 (age band)",
                                "first",
                                "")
                        .in(Language.GERMAN))
                .contains("Fibre and TV (Tarif), Bonn, Köln and others (Region), 18-24 (Altersgruppe)");
        assertThat(Sentences.say("fairness.pass.rates", "attributes", "plan type, age band and region", "first", "")
                        .in(Language.GERMAN))
                .contains("in allen Segmenten (Tarif, Altersgruppe und Region)");
    }

    @Test
    void aRangeOfFiguresHasTheCommasOfTheLanguageAtBothEnds() {
        assertThat(Retold.said("0.8370 to 0.8572", Language.GERMAN)).isEqualTo("0,8370 bis 0,8572");
        assertThat(Retold.said("$1,204 to $1.3M", Language.GERMAN)).isEqualTo("1.204 $ bis 1,3 Mio. $");
    }

    @Test
    void aDayAloneIsToldAgainAndNoOtherTextOfAScript() {
        assertThat(Retold.days("1 Oct 2023", Language.GERMAN)).isEqualTo("01.10.2023");
        assertThat(Retold.days("yes", Language.GERMAN)).isEqualTo("yes");
        assertThat(Retold.days("1 Oct 2023", Language.ENGLISH)).isEqualTo("1 Oct 2023");
    }

    @Test
    void anAucIsNoCurrency() {
        assertThat(Retold.figures("AUC 0.91, EUR 1,200.50", Language.GERMAN)).isEqualTo("AUC 0,91, 1.200,50 EUR");
    }

    @Test
    void whatIsLongerThanTheProductEverWritesStaysAsItIs() {
        String written = "at and of, by in ".repeat(5_000);

        assertThat(Retold.said(written, Language.GERMAN)).isSameAs(written);
    }

    @Test
    void daysFiguresAndListsAreWrittenAsTheLanguageDoes() {
        assertThat(Written.day(java.time.LocalDate.of(2026, 3, 12), Language.GERMAN))
                .isEqualTo("12.03.2026");
        assertThat(Written.format("#,##0.0", 1234.5, Language.GERMAN)).isEqualTo("1.234,5");
        assertThat(Written.moneyShort(1_234_567, Currency.getInstance("EUR"), Language.GERMAN))
                .isEqualTo("1,2 Mio. €");
        assertThat(Written.money(-12_345, Currency.getInstance("CHF"), Language.GERMAN))
                .isEqualTo("−12.345 CHF");
        assertThat(Written.list(List.of("a", "b", "c"), Language.GERMAN)).isEqualTo("a, b und c");
        assertThat(Words.of(RequestState.AWAITING_REVIEW, Language.GERMAN)).isEqualTo("In Prüfung");
    }

    @Test
    void aSentenceThatNoTemplateIsLeftForStaysInTheLanguageOfRecord() {
        assertThat(new Sentence("gone.since", Map.of(), "Said once, kept for good.").in(Language.GERMAN))
                .isEqualTo("Said once, kept for good.");
        assertThat(new Sentence("value.nobody.met", Map.of("each", 1.0), "Without its currency.").in(Language.GERMAN))
                .isEqualTo("Without its currency.");
    }

    @Test
    void settingsOfARunAreWrittenWithTheCommaOfTheLanguage() {
        Sentence which = Sentences.say(
                "answers.which.not_judged",
                Map.of(
                        "version",
                        1,
                        "run",
                        "xgb-lr0.03",
                        "settings",
                        "learning rate 0.03 and depth 5",
                        "data",
                        "v1.2"));

        assertThat(which.in(Language.GERMAN)).contains("learning rate 0,03 und depth 5", "xgb-lr0.03", "v1.2");
    }
}
