package io.gatehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.apache.poi.ss.format.CellFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisFormatTest {
    @ParameterizedTest
    @CsvSource({
        "900000, 0, $0K",
        "900000, 250000, $250K",
        "900000, -250000, -$250K",
        "1000000, 200000, $0.2M",
        "2000000, 1200000, $1.2M",
        "2000000, -1500000, -$1.5M"
    })
    void amountsAtAnAxisTakeLittleRoomHoweverFarItReaches(double farthest, double amount, String shown) {
        String format = CellContent.axisFormat(Currency.getInstance("USD"), farthest);

        assertThat(CellFormat.getInstance(format).apply(amount).text).isEqualTo(shown);
    }
}
