package io.gatehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.reports.CellContent.Numeric;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\t=1", "\r=1"})
    void textThatStartsLikeAFormulaIsRecognised(String text) {
        assertThat(SafeText.looksLikeFormula(text)).isTrue();
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        assertThat(SafeText.looksLikeFormula("")).isFalse();
        assertThat(SafeText.looksLikeFormula("a=1")).isFalse();
        assertThat(SafeText.stored("Größe 😀")).isEqualTo("Größe 😀");
    }

    @Test
    void whatXmlForbidsIsReplacedAndWhatIsTooLongIsCut() {
        assertThat(SafeText.stored("a\u0000b\u001fc\uffff\ud800")).isEqualTo("a�b�c��");
        assertThat(SafeText.stored("x".repeat(40_000))).hasSize(32_767).endsWith("…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.8848|0.88476|0.0000",
                "78.2 %|0.7818|0.0 %",
                "78%|0.7818|0 %",
                "$4.10|4.1|[$$-409]#,##0.00;-[$$-409]#,##0.00",
                "−$4.10|-4.1|[$$-409]#,##0.00;-[$$-409]#,##0.00",
                "−0.05|-0.0512|0.00",
                "35,000|35000|#,##0",
                "42|42|0",
                "EUR 12|12|[$EUR-409] #,##0;-[$EUR-409] #,##0",
                "about a lot|3.5|General",
                "0.9|0.1|General",
                "0.8848 (0.87–0.89)|0.8848|0.0000"
            })
    void aNumberIsFormattedAsItsTextShowsIt(String text, double number, String format) {
        assertThat(ShownNumber.of(text, number)).isEqualTo(new Numeric(number, format));
    }

    @Test
    void linesAreCountedBetweenAndWithinWords() {
        assertThat(TextLines.count("", 10)).isEqualTo(1);
        assertThat(TextLines.count("a\nb", 10)).isEqualTo(2);
        assertThat(TextLines.count("abcdefghij".repeat(3), 10)).isEqualTo(3);
        assertThat(TextLines.count("one two three", 9)).isEqualTo(2);
    }

    @Test
    void amountsAreWrittenInTheirCurrency() {
        assertThat(CellContent.moneyFormat(Currency.getInstance("EUR")))
                .isEqualTo("[$€-409]#,##0.00;-[$€-409]#,##0.00");
        assertThat(CellContent.moneyFormat(Currency.getInstance("JPY")))
                .isEqualTo("[$JPY-409] #,##0.00;-[$JPY-409] #,##0.00");
        assertThat(CellContent.moneyFormat(Currency.getInstance("CHF")))
                .isEqualTo("[$CHF-409] #,##0.00;-[$CHF-409] #,##0.00");
        assertThat(InWords.money(-1_234.4, Currency.getInstance("USD"))).isEqualTo("−$1,234");
        assertThat(InWords.money(Double.NaN, Currency.getInstance("USD"))).isEqualTo("not known");
    }

    @Test
    void whatIsAbsentOrNoNumberBecomesWords() {
        assertThat(CellContent.number(null, "0")).isEqualTo(new CellContent.Absent("not known"));
        assertThat(CellContent.number(Double.NaN, "0")).isEqualTo(new CellContent.Absent("not known"));
        assertThat(CellContent.number(Double.POSITIVE_INFINITY, "0")).isEqualTo(new CellContent.Absent("unbounded"));
        assertThat(CellContent.money(null)).isEqualTo(new CellContent.Absent("not known"));
        assertThat(CellContent.text(" ")).isEqualTo(new CellContent.Absent("not known"));
    }
}
