package io.gatehouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeginningTest {
    @Test
    void aBeginningIsInLowerCaseAndNoLongerThanAnIndexTakes() {
        assertThat(Beginning.of("XGBoost ÄRA").text()).isEqualTo("xgboost ära");
        assertThat(Beginning.of("").text()).isEmpty();
        assertThat(Beginning.of("x".repeat(16_000)).text()).hasSize(100);
        assertThat(Beginning.of("😀".repeat(101)).text()).isEqualTo("😀".repeat(100));
    }

    @Test
    void whatIsAboveABeginningIsAboveAllThatBeginsSoAndWhollyText() {
        assertThat(new Beginning("trial").above()).isEqualTo("triam");
        assertThat(new Beginning("a\uD7FF").above()).isEqualTo("a\uE000");
        assertThat(new Beginning("a😀").above()).isEqualTo("a😁");
        assertThat(new Beginning("a\uDBFF\uDFFF").above()).isEqualTo("b");
        assertThat(new Beginning("\uDBFF\uDFFF").above()).isEqualTo("\uDBFF\uDFFF");
        assertThat(new Beginning("").above()).isGreaterThan("zebra");
    }
}
