package io.gatehouse.webhooks;

import static io.gatehouse.house.Together.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.TestDatabase;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.registry.Aliases;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.webhooks.Webhook.Wanted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs elsewhere are told of the registry once it is so, however often that takes; over a real line. */
@DatabaseTest
@TestPropertySource(
        properties = {
            TestDatabase.NAME + "=webhooks",
            "gatehouse.webhooks.private-addresses=true",
            "gatehouse.webhooks.schemes=http,https"
        })
class WebhooksTest {
    private static final String SECRET = "a word between us";

    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final WebhookRecord record;
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final Aliases aliases;
    private final PromotionBench bench;
    private final TestPeople people;
    private final HouseClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String model = "told-" + UUID.randomUUID();

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Receiver receiver;

    WebhooksTest(
            Webhooks webhooks,
            WebhookDeliveries deliveries,
            WebhookRecord record,
            RegisteredModels models,
            ModelVersions versions,
            Aliases aliases,
            PromotionBench bench,
            TestPeople people,
            HouseClock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.record = record;
        this.models = models;
        this.versions = versions;
        this.aliases = aliases;
        this.bench = bench;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void fallSilent() {
        webhooks.page(people.adam(), 1_000, Optional.empty())
                .items()
                .forEach(webhook -> webhooks.delete(people.adam(), webhook.id()));
        deliveries.deliver();
        receiver.close();
    }

    @Test
    void aModelThatWasMadeIsToldInMlflowsWordsAndSigned() throws GeneralSecurityException {
        hook("/made", SECRET, WebhookEvent.REGISTERED_MODEL_CREATED);
        models.create(people.dana(), model, "Who leaves", Map.of("team", "retention"));
        assertThat(receiver.told("/made")).isEmpty();
        deliveries.deliver();

        Receiver.Told told = only("/made");
        assertThat(told.body())
                .startsWith("{\"entity\":\"registered_model\",\"action\":\"created\",\"timestamp\":\"")
                .endsWith("\"data\":{\"name\":\"" + model
                        + "\",\"tags\":{\"team\":\"retention\"},\"description\":\"Who leaves\"}}");
        assertThat(told.signature()).isEqualTo("v1," + signed(told));
        deliveries.deliver();
        assertThat(receiver.told("/made")).hasSize(1);
    }

    @Test
    void versionsTagsAndAliasesAreToldEachToWhoAskedForThem() {
        models.create(people.dana(), model, null, Map.of()).orThrow();
        hook("/versions", "", WebhookEvent.MODEL_VERSION_CREATED);
        hook("/tags", "", WebhookEvent.MODEL_VERSION_TAG_SET, WebhookEvent.MODEL_VERSION_TAG_DELETED);
        hook("/aliases", "", WebhookEvent.MODEL_VERSION_ALIAS_CREATED, WebhookEvent.MODEL_VERSION_ALIAS_DELETED);
        bench.candidate(people.dana(), model, null);
        versions.setTag(people.dana(), model, 1, "k", "v").orThrow();
        versions.deleteTag(people.dana(), model, 1, "k").orThrow();
        versions.deleteTag(people.dana(), model, 1, "k").orThrow();
        aliases.set(people.dana(), model, "challenger", 1);
        aliases.set(people.dana(), model, "challenger", 1);
        aliases.delete(people.dana(), model, "challenger").orThrow();
        deliveries.deliver();

        assertThat(only("/versions").body())
                .contains("\"entity\":\"model_version\"", "\"version\":\"1\"", "\"source\":");
        assertThat(only("/versions").signature()).isEmpty();
        assertThat(receiver.told("/tags"))
                .extracting(Receiver.Told::body)
                .satisfiesExactly(
                        set -> assertThat(set).contains("\"action\":\"set\"", "\"key\":\"k\"", "\"value\":\"v\""),
                        deleted -> assertThat(deleted).contains("\"action\":\"deleted\"", "\"key\":\"k\""));
        assertThat(receiver.told("/aliases"))
                .extracting(Receiver.Told::body)
                .satisfiesExactly(
                        created -> assertThat(created)
                                .contains("\"action\":\"created\"", "\"alias\":\"challenger\"", "\"version\":\"1\""),
                        deleted -> assertThat(deleted).contains("\"action\":\"deleted\"", "\"alias\":\"challenger\""));
    }

    @Test
    void aChampionIsToldWhenTheGateLetItThroughAndNotWhenSomebodyTried() {
        models.create(people.dana(), model, null, Map.of()).orThrow();
        hook("/champion", "", WebhookEvent.MODEL_VERSION_ALIAS_CREATED);
        PromotionBench.Candidate candidate = bench.candidate(people.dana(), model, TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        aliases.set(people.dana(), model, "champion", 1);
        deliveries.deliver();
        assertThat(receiver.told("/champion")).isEmpty();

        bench.approve(people.priya(), number);
        deliveries.deliver();
        assertThat(only("/champion").body()).contains("\"alias\":\"champion\"", "\"version\":\"1\"");
    }

    @Test
    void whatIsUndoneIsToldToNobody() {
        hook("/undone", "", WebhookEvent.REGISTERED_MODEL_CREATED);
        transaction.executeWithoutResult(status -> {
            models.create(people.dana(), model, null, Map.of()).orThrow();
            status.setRollbackOnly();
        });
        deliveries.deliver();
        assertThat(receiver.told("/undone")).isEmpty();
    }

    @Test
    void whoIsAwayIsToldLaterUnderTheSameId() {
        hook("/away", SECRET, WebhookEvent.REGISTERED_MODEL_CREATED);
        receiver.answers(503, 429);
        models.create(people.dana(), model, null, Map.of()).orThrow();
        deliveries.deliver();
        deliveries.deliver();
        assertThat(receiver.told("/away")).as("a minute is waited for first").hasSize(1);

        later(Duration.ofMinutes(2));
        later(Duration.ofMinutes(9));
        later(Duration.ofHours(9));

        List<Receiver.Told> told = receiver.told("/away");
        assertThat(told).hasSize(3);
        assertThat(told)
                .extracting(Receiver.Told::deliveryId)
                .containsOnly(told.getFirst().deliveryId());
        assertThat(told).extracting(Receiver.Told::timestamp).doesNotHaveDuplicates();
    }

    @Test
    void whoSaysNoOrSendsElsewhereIsAskedNoMore() {
        hook("/no", "", WebhookEvent.REGISTERED_MODEL_CREATED);
        receiver.answers(400, 302);
        models.create(people.dana(), model, null, Map.of()).orThrow();
        models.create(people.dana(), model + "-2", null, Map.of()).orThrow();
        deliveries.deliver();
        later(Duration.ofHours(9));

        assertThat(receiver.told("/no")).hasSize(2);
        assertThat(receiver.told("/elsewhere")).isEmpty();
        assertThat(states()).containsOnly("FAILED");
    }

    @Test
    void whoWasSwitchedOffOrDeletedIsNotToldOfWhatWaited() {
        Webhook off = hook("/off", "", WebhookEvent.REGISTERED_MODEL_CREATED);
        Webhook gone = hook("/gone", "", WebhookEvent.REGISTERED_MODEL_CREATED);
        models.create(people.dana(), model, null, Map.of()).orThrow();
        webhooks.change(people.adam(), off.id(), new Wanted(null, null, null, null, null, Webhook.Status.DISABLED))
                .orThrow();
        webhooks.delete(people.adam(), gone.id()).orThrow();
        models.create(people.dana(), model + "-2", null, Map.of()).orThrow();
        deliveries.deliver();

        assertThat(receiver.told("/off")).isEmpty();
        assertThat(receiver.told("/gone")).isEmpty();
        assertThat(states()).containsOnly("DROPPED");
    }

    @Test
    void whatWasToldIsForgottenAfterAMonthAndWhatWaitsIsNot() {
        hook("/told", "", WebhookEvent.REGISTERED_MODEL_CREATED);
        receiver.answers(200, 503);
        models.create(people.dana(), model, null, Map.of()).orThrow();
        deliveries.deliver();
        models.create(people.dana(), model + "-2", null, Map.of()).orThrow();
        deliveries.deliver();
        deliveries.forget();
        assertThat(states()).containsExactlyInAnyOrder("SENT", "WAITING");

        clock.at(clock.instant().plus(Duration.ofDays(31)), () -> {
            deliveries.forget();
            return states();
        });
        assertThat(states()).containsExactly("WAITING");
    }

    @Test
    void theRecordTellsWhatWasAnsweredAndSendsAgainWhatWasGivenUp() {
        Webhook webhook = hook("/again", "", WebhookEvent.REGISTERED_MODEL_CREATED);
        receiver.answers(410, 200);
        models.create(people.dana(), model, null, Map.of()).orThrow();
        deliveries.deliver();
        WebhookDelivery refused = record.last(people.adam(), webhook.id(), 10).getFirst();
        assertThat(refused.state()).isEqualTo(WebhookDelivery.State.FAILED);
        assertThat(refused.answer()).hasValue(410);
        assertThat(refused.message()).contains("410");

        assertThat(record.retry(people.adam(), refused.id()).orThrow().state())
                .isEqualTo(WebhookDelivery.State.WAITING);
        assertThat(record.retry(people.adam(), refused.id()))
                .as("it waits already")
                .isInstanceOf(Outcome.Refused.class);
        deliveries.deliver();

        WebhookDelivery arrived = record.last(people.adam(), webhook.id(), 10).getFirst();
        assertThat(arrived.id()).isEqualTo(refused.id());
        assertThat(arrived.state()).isEqualTo(WebhookDelivery.State.SENT);
        assertThat(arrived.answer()).hasValue(200);
        assertThat(receiver.told("/again")).hasSize(2);
        assertThat(record.retry(people.adam(), refused.id())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void nothingGoesAgainToAPausedWebhookAndNobodyElseReadsTheRecord() {
        Webhook webhook = hook("/paused", "", WebhookEvent.REGISTERED_MODEL_CREATED);
        receiver.answers(410);
        models.create(people.dana(), model, null, Map.of()).orThrow();
        deliveries.deliver();
        webhooks.change(people.adam(), webhook.id(), new Wanted(null, null, null, null, null, Webhook.Status.DISABLED))
                .orThrow();
        UUID refused = record.last(people.adam(), webhook.id(), 10).getFirst().id();

        assertThat(record.retry(people.adam(), refused)).isInstanceOf(Outcome.Refused.class);
        assertThatThrownBy(() -> record.last(people.dana(), webhook.id(), 10))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> record.retry(people.dana(), refused)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void ofTwoThatDeliverAtOnceOneSends() throws Exception {
        hook("/once", "", WebhookEvent.REGISTERED_MODEL_CREATED);
        models.create(people.dana(), model, null, Map.of()).orThrow();
        together(deliveries::deliver, deliveries::deliver);
        assertThat(receiver.told("/once")).hasSize(1);
    }

    @Test
    void aChangeLeavesWhatItDoesNotNameAndTheSecretIsNowhereInClear() throws GeneralSecurityException {
        Webhook webhook = hook("/kept", SECRET, WebhookEvent.REGISTERED_MODEL_CREATED);
        Webhook renamed = webhooks.change(
                        people.adam(), webhook.id(), new Wanted("other", null, null, null, null, null))
                .orThrow();
        assertThat(renamed.name()).isEqualTo("other");
        assertThat(renamed.url()).isEqualTo(webhook.url());
        assertThat(renamed.events()).isEqualTo(webhook.events());
        assertThat(jdbc.sql("select secret from webhook where id = ?")
                        .param(webhook.id())
                        .query((row, index) -> row.getString("secret"))
                        .single())
                .doesNotContain(SECRET, Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)));

        models.create(people.dana(), model, null, Map.of()).orThrow();
        deliveries.deliver();
        assertThat(only("/kept").signature()).isEqualTo("v1," + signed(only("/kept")));
    }

    @Test
    void anEmptySecretInAChangeEndsTheSigning() {
        Webhook webhook = hook("/unsigned", SECRET, WebhookEvent.REGISTERED_MODEL_CREATED);
        webhooks.change(people.adam(), webhook.id(), new Wanted(null, null, null, null, "", null))
                .orThrow();
        models.create(people.dana(), model, null, Map.of()).orThrow();
        deliveries.deliver();
        assertThat(only("/unsigned").signature()).isEmpty();
    }

    @Test
    void aTrialSendsTheExampleNowAndSaysWhatWasAnswered() {
        Webhook webhook = hook("/trial", "", WebhookEvent.MODEL_VERSION_CREATED);
        receiver.answers(200, 500);

        Webhooks.Tried well =
                webhooks.test(people.adam(), webhook.id(), Optional.empty()).orThrow();
        assertThat(well.answer()).isEqualTo(new WebhookSender.Answer(200, "thanks"));
        assertThat(only("/trial").body()).contains("example_model");
        assertThat(webhooks.test(people.adam(), webhook.id(), Optional.of(WebhookEvent.MODEL_VERSION_TAG_SET))
                        .orThrow()
                        .answer())
                .isEqualTo(new WebhookSender.Answer(500, "thanks"));
        receiver.close();
        assertThat(webhooks.test(people.adam(), webhook.id(), Optional.empty())
                        .orThrow()
                        .failure())
                .startsWith("Failed to test webhook: ");
    }

    @Test
    void administratorsAloneManageThem() {
        assertThatThrownBy(() -> webhooks.page(people.dana(), 10, Optional.empty()))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void aNameThatPointsInwardsByTheTimeOfSendingIsNotConnectedTo() throws IOException {
        HttpWebhookSender careful = new HttpWebhookSender(false);
        assertThatThrownBy(() -> careful.send(java.net.URI.create(receiver.url("/inside")), Map.of(), new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not public");
        careful.close();
        assertThat(receiver.told("/inside")).isEmpty();
    }

    private void later(Duration wait) {
        clock.at(clock.instant().plus(wait), deliveries::deliver);
    }

    private Webhook hook(String path, String secret, WebhookEvent... events) {
        return webhooks.create(
                        people.adam(),
                        new Wanted("hook", receiver.url(path), Arrays.asList(events), null, secret, null))
                .orThrow();
    }

    private Receiver.Told only(String path) {
        assertThat(receiver.told(path)).hasSize(1);
        return receiver.told(path).getFirst();
    }

    private List<String> states() {
        return jdbc.sql("select state from webhook_delivery where body like ?")
                .param("%" + model + "%")
                .query((row, index) -> row.getString("state"))
                .list();
    }

    private static String signed(Receiver.Told told) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text = told.deliveryId() + "." + told.timestamp() + "." + told.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
