package io.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFiguresTest {

    // Appendix B of RFC 8785, and the bounds at which ECMAScript turns to exponents.
    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "4.9E-324, 5e-324",
        "-4.9E-324, -5e-324",
        "1.7976931348623157E308, 1.7976931348623157e+308",
        "9007199254740992, 9007199254740992",
        "2.9514790517935283E20, 295147905179352830000",
        "1E21, 1e+21",
        "9.99999999999997E22, 9.99999999999997e+22",
        "0.000001, 0.000001",
        "9.999999999999997E-7, 9.999999999999997e-7",
        "333333333.33333329, 333333333.3333333",
        "0.1, 0.1",
        "20, 20",
        "-1.5, -1.5",
    })
    void aFractionIsWrittenAsEcmaScriptWritesIt(double number, String text) {
        assertThat(CanonicalJson.writeFigures(number)).isEqualTo(text);
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(CanonicalJson.writeFigures(Arrays.asList(Double.NaN, Double.POSITIVE_INFINITY)))
                .isEqualTo("[null,null]");
    }

    @Test
    void theAuditLogHoldsNoFractions() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(0.5));
    }
}
