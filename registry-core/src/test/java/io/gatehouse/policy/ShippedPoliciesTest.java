package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Retold;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ShippedPoliciesTest {
    @SuppressWarnings("unused") // read by JUnit
    private static final Iterable<String> NAMES = ShippedPolicies.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void whatAShippedPolicySaysOfItselfIsReadInGermanToo(String name) {
        PolicyDocument document = ShippedPolicies.read(name);
        assertThat(Retold.said(document.summary(), Language.GERMAN)).isNotEqualTo(document.summary());
        String unavailable = document.unavailable();
        if (unavailable != null) {
            assertThat(unavailable).doesNotContain("HUMAN_REVIEWED", "ASSISTED");
            assertThat(Retold.said(unavailable, Language.GERMAN)).startsWith("Automatisierte Verwendung");
        }
    }
}
