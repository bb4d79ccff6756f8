package io.gatehouse.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.webhooks.Webhook.Wanted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRulesTest {
    private final WebhookRules rules = new WebhookRules("https", false);

    @ParameterizedTest
    @CsvSource({
        "http://8.8.8.8/x, Invalid webhook URL scheme: 'http'. Allowed schemes are: https.",
        "ftp://8.8.8.8, Invalid webhook URL scheme: 'ftp'.",
        "hooks.example.org, Invalid webhook URL scheme: ''.",
        "https:///x, Webhook URL must include a hostname",
        "https://me:secret@8.8.8.8/, Webhook URL must include a hostname and no user",
        "https://8.8 8.8/, Invalid webhook URL 'https://8.8 8.8/'",
        "https://localhost/x, Webhook URL must not resolve to a non-public IP address: 'localhost' does.",
        "https://169.254.169.254/latest, Webhook URL must not resolve to a non-public IP address",
        "https://[::1]/, Webhook URL must not resolve to a non-public IP address",
        "https://[::ffff:127.0.0.1]/, Webhook URL must not resolve to a non-public IP address",
        "https://no-such-host.invalid/, Cannot resolve Webhook URL hostname 'no-such-host.invalid'.",
    })
    void addressesThatNothingIsSentTo(String url, String sentence) {
        assertThat(objection(new Wanted("hook", url, null, null, null, null)).replace(",", ""))
                .startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.1/", "https://2130706433/", "https://0x7f.0.0.1/", "https://0177.0.0.1/"})
    void numbersThatOthersReadAsAnotherAddressAreNotGuessedAt(String url) {
        assertThat(objection(new Wanted("hook", url, null, null, null, null))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a b", "é", "a/b"})
    void namesThatCannotBe(String name) {
        assertThat(objection(new Wanted(name, null, null, null, null, null)))
                .startsWith("Webhook name '" + name + "' is invalid.");
    }

    @Test
    void limitsAreNamed() {
        assertThat(objection(new Wanted("a".repeat(64), null, null, null, null, null)))
                .contains("at most 63 characters");
        assertThat(objection(new Wanted(null, null, List.of(), null, null, null)))
                .startsWith("Webhook events must be a non-empty list");
        assertThat(objection(new Wanted(null, null, null, "d".repeat(5_001), null, null)))
                .isEqualTo("The description of a webhook has at most 5000 characters.");
        assertThat(objection(new Wanted(null, null, null, null, "s".repeat(1_001), null)))
                .isEqualTo("The secret of a webhook has at most 1000 characters.");
    }

    @Test
    void aPublicAddressIsTaken() {
        assertThat(objection(new Wanted(
                        "a",
                        "https://8.8.8.8/hooks?team=1",
                        List.of(WebhookEvent.MODEL_VERSION_CREATED),
                        "d",
                        "s",
                        null)))
                .isEmpty();
    }

    private String objection(Wanted wanted) {
        return rules.objection(wanted)
                .map(refusal -> refusal.sentence().english())
                .orElse("");
    }
}
