package io.gatehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.apache.poi.ss.format.CellFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisFormatTest {
    @ParameterizedTest
    @CsvSource({
        "100000, 900000, 0, $0K",
        "100000, 900000, 250000, $250K",
        "-900000, 100000, -250000, -$250K",
        "100000, 1000000, 200000, $0.2M",
        "100000, 2000000, 1200000, $1.2M",
        "-2000000, 0, -1500000, -$1.5M",
        // Labels of a tenth of a million would repeat themselves.
        "1420000, 1580000, 1450000, '$1,450K'"
    })
    void amountsAtAnAxisTakeLittleRoomAndDiffer(double lowest, double highest, double amount, String shown) {
        String format = CellContent.axisFormat(Currency.getInstance("USD"), lowest, highest);

        assertThat(CellFormat.getInstance(format).apply(amount).text).isEqualTo(shown);
    }
}
