package io.gatehouse.portal.ui.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {
    private final Tokens tokens = Tokens.read();

    /** The examples of WCAG 2.2: black on white, and the grey that is just dark enough. */
    @Test
    void contrastIsCountedAsWcagCountsIt() {
        assertThat(Tokens.contrast("#000000", "#ffffff")).isCloseTo(21, within(1e-9));
        assertThat(Tokens.contrast("#767676", "#ffffff")).isCloseTo(4.54, within(0.005));
    }

    static java.util.List<Colours.Pair> pairs() {
        return Colours.PAIRS;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatStandsUponAnotherIsReadInBothLights(Colours.Pair pair) {
        assertThat(Tokens.contrast(tokens.light(pair.colour()), tokens.light(pair.upon())))
                .isGreaterThanOrEqualTo(pair.least());
        assertThat(Tokens.contrast(tokens.dark(pair.colour()), tokens.dark(pair.upon())))
                .isGreaterThanOrEqualTo(pair.least());
    }

    /** The stylesheet says them twice: for dark systems, and for whoever chose dark on a bright one. */
    @Test
    void bothWaysToADarkScreenShowTheSameColours() throws IOException {
        try (InputStream bytes = Tokens.class.getResourceAsStream("/META-INF/resources/gatehouse/tokens.css")) {
            assertThat(bytes).isNotNull();
            String css = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Tokens.block(css, ":root:not([data-theme='light']) {"))
                    .isNotEmpty()
                    .isEqualTo(Tokens.block(css, ":root[data-theme='dark'] {"));
        }
    }
}
