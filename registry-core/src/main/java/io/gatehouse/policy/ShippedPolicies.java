package io.gatehouse.policy;

import io.gatehouse.money.Money;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Furnishes a new installation with the policies and value assumptions that the product ships, before any door opens. What is there is
 * left alone, so that an upgrade never changes somebody's thresholds.
 */
@Component
public class ShippedPolicies {
    /** The names of the policies, from the mildest use to the strictest. */
    public static final List<String> NAMES = List.of("human-reviewed", "assisted", "automated");

    private final Policies policies;
    private final ValueBook book;
    private final People people;

    ShippedPolicies(Policies policies, ValueBook book, People people) {
        this.policies = policies;
        this.book = book;
        this.people = people;
    }

    /** Puts what is missing, as of now. */
    public void furnish() {
        Actor house = people.system("first-start");
        for (String name : NAMES) {
            PolicyDocument document = read(name);
            if (policies.of(document.use()).isEmpty()
                    && policies.put(house, document) instanceof Policies.Put.Rejected rejected) {
                throw new IllegalStateException(name + ": " + rejected.sentence());
            }
        }
        if (book.ofInstallation().isEmpty()) {
            book.put(house, assumptions());
        }
    }

    /** @param name one of {@link #NAMES} */
    public static PolicyDocument read(String name) {
        try (InputStream text = ShippedPolicies.class.getResourceAsStream("/policies/" + name + ".yaml")) {
            if (text == null) {
                throw new IllegalStateException("The policy " + name + " is not in the jar");
            }
            return switch (PolicyText.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8))) {
                case PolicyText.Reading.Understood(PolicyDocument document) -> document;
                case PolicyText.Reading.Rejected rejected ->
                    throw new IllegalStateException(name + ": " + rejected.sentence());
            };
        } catch (IOException failure) {
            throw new UncheckedIOException("The policy " + name + " cannot be read", failure);
        }
    }

    /**
     * The case of a streaming service with 50,000 subscribers, each scored once a month. A month of running is tracking 50, serving 100
     * to 500 and feature store 100 to 300. Building once was a pipeline of 20,000 to 50,000, tracking and registry of 5,000 to 15,000 and
     * drift monitoring of 10,000 to 25,000.
     */
    public static ValueAssumptions assumptions() {
        return new ValueAssumptions(
                0,
                null,
                "Customer success, retention programme",
                "The first figures of the retention programme.",
                dollars(200),
                null,
                dollars(10),
                dollars(1),
                0.30,
                50_000,
                List.of(
                        running("Experiment tracking", 50, 50),
                        running("Serving", 100, 500),
                        running("Feature store", 100, 300),
                        building("Training pipeline", 20_000, 50_000),
                        building("Tracking and registry", 5_000, 15_000),
                        building("Drift monitoring", 10_000, 25_000)));
    }

    private static CostLine running(String name, int low, int high) {
        return new CostLine(name, dollars(low), dollars(high), dollars(0), dollars(0));
    }

    private static CostLine building(String name, int low, int high) {
        return new CostLine(name, dollars(0), dollars(0), dollars(low), dollars(high));
    }

    private static Money dollars(int amount) {
        return Money.of(amount, Currency.getInstance("USD"));
    }
}
