package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredTextTest {
    @Test
    void aTextMeansTheSamePolicyHoweverOftenItIsRead() {
        PolicyDocument policy = ShippedPolicies.read(ShippedPolicies.NAMES.getFirst());
        String canonical = PolicyText.canonical(policy);

        assertThat(StoredText.read(canonical)).contains(policy);
        // More others than are kept.
        IntStream.range(0, 300)
                .forEach(number ->
                        assertThat(StoredText.read("no policy " + number)).isEmpty());
        assertThat(StoredText.read(canonical)).contains(policy);
    }
}
