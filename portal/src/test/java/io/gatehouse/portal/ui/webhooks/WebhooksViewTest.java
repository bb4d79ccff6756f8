package io.gatehouse.portal.ui.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.webhooks.Webhook;
import io.gatehouse.webhooks.WebhookDeliveries;
import io.gatehouse.webhooks.WebhookDelivery;
import io.gatehouse.webhooks.WebhookEvent;
import io.gatehouse.webhooks.WebhookRecord;
import io.gatehouse.webhooks.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;

@WithMockUser("adam")
@TestPropertySource(properties = {"gatehouse.webhooks.private-addresses=true", "gatehouse.webhooks.schemes=http,https"})
class WebhooksViewTest extends ScreenTest {
    private final TestPeople people;
    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final WebhookRecord record;
    private final RegisteredModels models;
    private final String name = "hook-" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger status = new AtomicInteger(200);

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private HttpServer receiver;

    WebhooksViewTest(
            TestPeople people,
            Webhooks webhooks,
            WebhookDeliveries deliveries,
            WebhookRecord record,
            RegisteredModels models) {
        super(people);
        this.people = people;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.record = record;
        this.models = models;
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] words = "<b>heard</b>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), words.length);
            exchange.getResponseBody().write(words);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void fallSilent() {
        webhooks.page(people.adam(), 1_000, Optional.empty())
                .items()
                .forEach(webhook -> webhooks.delete(people.adam(), webhook.id()));
        deliveries.deliver();
        receiver.stop(0);
    }

    @Test
    void aWebhookIsMadeAndItsSecretIsShownToNobody() {
        open("webhooks");
        assertThat(words()).contains("Nobody elsewhere is told of anything.");
        open("webhooks/new");
        test(field(TextField.class, "Name")).setValue(name);
        test(field(TextField.class, "Address")).setValue(url());
        test(field(PasswordField.class, "Secret for signatures")).setValue("a word between us");
        $view(CheckboxGroup.class).single().setValue(java.util.Set.of(WebhookEvent.REGISTERED_MODEL_CREATED));
        test(button("Make the webhook")).click();

        Webhook made =
                webhooks.page(people.adam(), 10, Optional.empty()).items().getFirst();
        assertThat(made.name()).isEqualTo(name);
        assertThat(heading()).isEqualTo(name);
        assertThat(webhooks.signs(people.adam(), made.id())).isTrue();
        assertThat(words()).contains("Active", "Nothing was sent yet.").doesNotContain("a word between us");
        assertThat(field(PasswordField.class, "Secret for signatures").getValue())
                .isEmpty();
        open("webhooks");
        assertThat(words()).contains(name, url(), "A model is registered").doesNotContain("a word between us");
    }

    @Test
    void whatCannotBeIsSaidBesideItsField() {
        open("webhooks/new");
        refused("Name", "no name at all", "https://8.8.8.8/", "Webhook name");
        refused("Address", name, "", "cannot be empty");
        refused("Address", name, "ftp://8.8.8.8/", "Invalid webhook URL scheme");
        refused("Told when", name, "https://8.8.8.8/", "non-empty list");
        assertThat(webhooks.page(people.adam(), 10, Optional.empty()).items()).isEmpty();
    }

    @Test
    void aChangeKeepsTheSecretUntilAnotherIsTypedOrItIsTakenAway() {
        Webhook webhook = hook("secret");
        open("webhooks/" + webhook.id());
        test(field(TextArea.class, "Description")).setValue("for the chat");
        test(button("Save")).click();

        assertThat(found(webhook).description()).isEqualTo("for the chat");
        assertThat(webhooks.signs(people.adam(), webhook.id())).isTrue();
        assertThat(words()).contains("Saved");

        Checkbox away = $view(Checkbox.class).all().stream()
                .filter(box -> box.getLabel() != null && box.getLabel().startsWith("Take the secret away"))
                .findFirst()
                .orElseThrow();
        test(away).click();
        test(button("Save")).click();
        assertThat(webhooks.signs(people.adam(), webhook.id())).isFalse();
    }

    @Test
    void itIsPausedAndResumed() {
        Webhook webhook = hook(null);
        open("webhooks/" + webhook.id());
        test(button("Pause")).click();
        assertThat(found(webhook).status()).isEqualTo(Webhook.Status.DISABLED);
        assertThat(words()).contains("Paused", "What happens meanwhile is not told later.");

        test(button("Resume")).click();
        assertThat(found(webhook).status()).isEqualTo(Webhook.Status.ACTIVE);
    }

    @Test
    void aTestMessageSaysWhatWasAnsweredAsPlainText() {
        Webhook webhook = hook(null);
        open("webhooks/" + webhook.id());
        test(button("Send a test message")).click();
        assertThat(words()).contains("the address answered 200", "<b>heard</b>");

        status.set(503);
        test(button("Send a test message")).click();
        assertThat(words()).contains("did not take the test message; it answered 503");
        receiver.stop(0);
        test(button("Send a test message")).click();
        assertThat(words()).contains("Failed to test webhook");
    }

    @Test
    void whatWasGivenUpIsListedAndSentAgain() {
        Webhook webhook = hook(null);
        status.set(410);
        models.create(people.dana(), name, null, Map.of()).orThrow();
        deliveries.deliver();
        open("webhooks/" + webhook.id());
        assertThat(words()).contains("Given up", "410", "The address answered 410", "A model is registered");

        status.set(200);
        test(button("Send again")).click();
        assertThat(words()).contains("It goes again", "On its way");
        deliveries.deliver();
        open("webhooks/" + webhook.id());
        assertThat(words()).contains("Arrived", "200").doesNotContain("Given up");
        assertThat(record.last(people.adam(), webhook.id(), 9))
                .extracting(WebhookDelivery::state)
                .containsExactly(WebhookDelivery.State.SENT);
    }

    @Test
    void deletingAsksFirst() {
        Webhook webhook = hook(null);
        open("webhooks/" + webhook.id());
        test(button("Delete")).click();
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(webhooks.find(people.adam(), webhook.id())).isInstanceOf(Outcome.Done.class);
        test(dialog).confirm();

        assertThat(webhooks.find(people.adam(), webhook.id())).isInstanceOf(Outcome.Refused.class);
        assertThat(heading()).isEqualTo("Webhooks");
        open("webhooks/" + webhook.id());
        assertThat(words()).contains("There is no webhook");
    }

    @Test
    @WithMockUser("dana")
    void nobodyElseSeesThem() {
        Webhook webhook = hook(null);
        for (String place : List.of("webhooks", "webhooks/new", "webhooks/" + webhook.id())) {
            open(place);
            assertThat(words()).as(place).doesNotContain(name, "127.0.0.1", "Make the webhook");
        }
    }

    private void refused(String label, String typedName, String typedUrl, String words) {
        test(field(TextField.class, "Name")).setValue(typedName);
        test(field(TextField.class, "Address")).setValue(typedUrl);
        $view(CheckboxGroup.class)
                .single()
                .setValue(
                        label.equals("Told when")
                                ? java.util.Set.of()
                                : java.util.Set.of(WebhookEvent.MODEL_VERSION_CREATED));
        test(button("Make the webhook")).click();
        HasValidation field =
                label.equals("Told when") ? $view(CheckboxGroup.class).single() : field(TextField.class, label);
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains(words);
    }

    private Webhook hook(@org.jspecify.annotations.Nullable String secret) {
        return webhooks.create(
                        people.adam(),
                        new Webhook.Wanted(
                                name, url(), List.of(WebhookEvent.REGISTERED_MODEL_CREATED), null, secret, null))
                .orThrow();
    }

    private Webhook found(Webhook webhook) {
        return webhooks.find(people.adam(), webhook.id()).orThrow();
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
    }

    private <C extends Component & com.vaadin.flow.component.HasLabel> C field(Class<C> type, String label) {
        return $view(type).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String words) {
        return $view(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
