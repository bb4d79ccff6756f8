package io.gatehouse.webhooks;

import io.gatehouse.house.Refusal;
import io.gatehouse.webhooks.Webhook.Wanted;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a webhook may look like; MLflow's own rules and limits. */
@Component
class WebhookRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9._-]{0,61}[a-zA-Z0-9])?");

    /** Numbers that some readers take for an address and others for another, such as 127.1. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|0[xX].*");

    private static final Pattern IPV4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_SECRET = 1_000;

    private final Set<String> schemes;
    private final boolean privateAddresses;

    WebhookRules(
            @Value("${gatehouse.webhooks.schemes:https}") String schemes,
            @Value("${gatehouse.webhooks.private-addresses:false}") boolean privateAddresses) {
        this.schemes =
                Set.copyOf(Arrays.stream(schemes.split(",")).map(String::strip).toList());
        this.privateAddresses = privateAddresses;
    }

    /** What is wrong with what was given; empty if nothing. */
    Optional<Refusal> objection(Wanted wanted) {
        return name(wanted.name())
                .or(() -> events(wanted.events()))
                .or(() -> tooLong("description", wanted.description(), LONGEST_TEXT))
                .or(() -> tooLong("secret", wanted.secret(), LONGEST_SECRET))
                .or(() -> Optional.ofNullable(wanted.url()).flatMap(this::address));
    }

    private static Optional<Refusal> name(@Nullable String name) {
        return name == null || NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("webhook.name", "name", name));
    }

    private static Optional<Refusal> events(@Nullable List<WebhookEvent> events) {
        return events == null || !events.isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid("webhook.events"));
    }

    private static Optional<Refusal> tooLong(String field, @Nullable String text, int most) {
        return text == null || text.length() <= most
                ? Optional.empty()
                : Optional.of(Refusal.invalid("webhook.too_long", "field", field, "most", most));
    }

    private Optional<Refusal> address(String url) {
        if (url.length() > LONGEST_URL) {
            return tooLong("url", url, LONGEST_URL);
        }
        if (url.isBlank()) {
            return Optional.of(Refusal.invalid("webhook.url.blank"));
        }
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException noUrl) {
            return Optional.of(Refusal.invalid("webhook.url", "url", url));
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme)) {
            return Optional.of(Refusal.invalid(
                    "webhook.scheme",
                    "scheme",
                    scheme,
                    "schemes",
                    String.join(", ", schemes.stream().sorted().toList())));
        }
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            return Optional.of(Refusal.invalid("webhook.host", "url", url));
        }
        return privateAddresses ? Optional.empty() : reachable(host);
    }

    private static Optional<Refusal> reachable(String host) {
        if (NUMBERS.matcher(host).matches() && !IPV4.matcher(host).matches()) {
            return Optional.of(Refusal.invalid("webhook.number", "host", host));
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddresses::isPublic)
                    ? Optional.empty()
                    : Optional.of(Refusal.invalid("webhook.private", "host", host));
        } catch (UnknownHostException nowhere) {
            return Optional.of(Refusal.invalid("webhook.nowhere", "host", host));
        }
    }
}
