package io.gatehouse.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {

    private final Reasons reasons = new Reasons(ReasonPhrases.shipped());

    @Test
    void theFourStrongestThatRaiseTheScoreAreToldTiesByName() {
        List<Reason> top = reasons.top(List.of(
                phi("d", 0.3), phi("c", 0.3), phi("a", 1.0), phi("loyal", -2.0), phi("b", 0.4), phi("e", 0.29)));
        assertThat(top).extracting(Reason::feature).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatIsSmallByItselfOrBesideTheOthersIsLeftOut() {
        assertThat(reasons.top(List.of(phi("a", 0.05), phi("b", 0.049))))
                .extracting(Reason::feature)
                .containsExactly("a");
        assertThat(reasons.top(List.of(phi("a", 1.0), phi("b", 0.06), phi("c", -1.0))))
                .extracting(Reason::feature)
                .containsExactly("a");
    }

    @Test
    void protectedAttributesAreNeverReasons() {
        assertThat(reasons.top(List.of(phi("age", 2.0), phi("Gender", 2.0), phi("plan_price", 1.0))))
                .extracting(Reason::feature)
                .containsExactly("plan_price");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hours_change_pct | -41.7 | 0.2 | Watches less than before: hours down 42 % (typical: no change)",
                "hours_change_pct | 2 | 10 | Hours watched grew less than usual: up 2 % (typical: up 10 %)",
                "support_tickets_90d | 3 | 1 | 3 support tickets in 90 days (typical 1)",
                "support_tickets_90d | 1 | 0 | 1 support ticket in 90 days (typical 0)",
                "sessions_last_30d | 4 | 14 | Comes by rarely: 4 sessions in 30 days (typical 14)",
                "content_completion_rate | 0.214 | 0.6 | Finishes little of what is started: 21.4 % (typical 60 %)",
                "used_promo | 0 | 1 | Came without a promotion (typical: yes)",
                "days_since_login | 12.34 | 4.5 | Days since login: 12.3 (typical 4.5)",
                "days_since_login | 4.5 | 4.5 | Days since login: 4.5, which is typical",
                "days_since_login | 4.51 | 4.54 | Days since login: 4.5, which is typical",
                "tickets_last_90d | 2 | 2 | Tickets in 90 days: 2, which is typical",
                "complaints_1y | 3 | 1 | Complaints in 1 year: 3 (typical 1)",
                "months_active | 1 | 14 | Subscribed for 1 month (typical 14)",
                "months_active | 1.02 | 14 | Subscribed for 1 month (typical 14)",
                "monthly_hours_watched | 1 | 18 | Watches 1 hour a month (typical 18)",
                "avg_session_minutes | 0.999 | 28 | Sessions of 1 minute on average (typical 28)",
                "days_since_login | | 4.5 | Days since login"
            })
    void aReasonIsToldInPlainWordsWithItsTypicalValue(
            String feature, @Nullable Double value, @Nullable Double typical, String text) {
        Reason reason = reasons.top(List.of(new Contribution(feature, 1, value, typical)))
                .getFirst();
        assertThat(reason.text()).isEqualTo(text);
        assertThat(reason.code()).startsWith(feature + ".");
    }

    @Test
    void theParametersOfAPhraseLieBesideItsText() {
        Reason reason = reasons.top(List.of(new Contribution("support_tickets_90d", 0.7, 3.0, 1.0)))
                .getFirst();
        assertThat(reason.code()).isEqualTo("support_tickets_90d.higher");
        assertThat(reason.parameters()).containsEntry("value", "3").containsEntry("typical", "1");
        assertThat(reason.text()).doesNotContain("because");
    }

    private static Contribution phi(String feature, double logOdds) {
        return new Contribution(feature, logOdds, 1.0, 2.0);
    }
}
