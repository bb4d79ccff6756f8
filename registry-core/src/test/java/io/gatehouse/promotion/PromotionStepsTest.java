package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromotionStepsTest {
    @Test
    void whatCameIntoUseIsToldAsHistoryAlsoWhereItWasKeptAsTheStateOfThings() {
        Sentence step = keptAndRead(new Sentence(
                "promotion.executed",
                Map.of("person", "Priya Shah", "model", "churn", "version", 1, "alias", "champion"),
                "Priya Shah gave the last approval: version 1 of churn is champion now."));

        assertThat(step.english()).isEqualTo("Priya Shah gave the last approval: version 1 of churn became champion.");
        assertThat(step.in(Language.GERMAN))
                .isEqualTo("Priya Shah gab die letzte Zustimmung: Version 1 von churn wurde champion.");
    }

    @Test
    void whatCameIntoUseAsScheduledIsToldAsHistoryToo() {
        Sentence step = keptAndRead(new Sentence(
                "promotion.executed.scheduled",
                Map.of("people", "Priya Shah", "model", "churn", "version", 1, "alias", "champion"),
                "Version 1 of churn is champion now, as scheduled, with the approval of Priya Shah."));

        assertThat(step.english())
                .isEqualTo("Version 1 of churn became champion, as scheduled, with the approval of Priya Shah.");
    }

    @Test
    void whatWasMadeOfOtherThingsThanItIsTodayStaysAsItWasKept() {
        Sentence kept = new Sentence("promotion.executed", Map.of("version", 1), "Version 1 is champion now.");

        assertThat(keptAndRead(kept)).isEqualTo(kept);
    }

    @Test
    void anyOtherStepStaysAsItWasKept() {
        Sentence kept = new Sentence(
                "promotion.status.needs_one", Map.of(), "As it was said then, whatever the template says today.");

        assertThat(keptAndRead(kept)).isEqualTo(kept);
        assertThat(Sentences.say("promotion.status.needs_one")).isNotEqualTo(kept);
    }

    private static Sentence keptAndRead(Sentence sentence) {
        return PromotionSteps.read(PromotionSteps.write(sentence));
    }
}
