package io.gatehouse.portal.samples;

import io.gatehouse.checks.Figure;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;

/** The facts that all samples agree on: five versions of one model, told backwards from now. */
public final class Story {
    public static final String CHURN = "streamflow-churn-predictor";
    public static final String OLD_CHURN = "churn-predictor";
    public static final String EXPERIMENT = "1";
    public static final Currency USD = Currency.getInstance("USD");

    private final Clock clock;

    public Story(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public Instant daysAgo(double days) {
        return now().minus(Duration.ofMinutes(Math.round(days * 1440)));
    }

    /** A sentence as a read model carries it. */
    public static Sentence say(String english) {
        return new Sentence("sample", Map.of(), english);
    }

    public static Money usd(double amount) {
        return Money.of(amount, USD);
    }

    public static Figure auc(double estimate, double low, double high) {
        return new Figure("auc", estimate, low, high, 7_500L, 0.78, Figure.Unit.INDEX);
    }

    public static Figure share(String name, double estimate, double low, double high, long n) {
        return new Figure(name, estimate, low, high, n, null, Figure.Unit.SHARE);
    }

    /** The run that trained a version. */
    public static String runOf(int version) {
        return "4f2c9ab1" + "0".repeat(22) + "%02d".formatted(version);
    }
}
