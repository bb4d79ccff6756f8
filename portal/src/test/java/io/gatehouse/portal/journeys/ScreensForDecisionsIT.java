package io.gatehouse.portal.journeys;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen of those who decide, light and dark, wide and narrow, and what they take away on paper. */
class ScreensForDecisionsIT extends LookingTest {
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "home, vera, /",
        "models, vera, /models",
        "answers, vera, /models/" + MODEL + "/answers",
        "model, vera, /models/" + MODEL,
        "comparison, vera, /compare?v=" + MODEL + ":1&v=" + MODEL + ":4",
        "lineage, vera, /lineage/version/" + MODEL + "/1",
        "review, priya, /promotions/PR-4",
        "review-refused, priya, /promotions/PR-2",
        "reviews, priya, /promotions",
        "not-found, vera, /models/no-such-model",
        "glossary, vera, /glossary",
        "style, vera, /style",
        "in-use-on-a-day, vera, /as-of",
        "quarter, vera, /quarters",
        "delegations, priya, /delegations",
        "paper-fairness, vera, /print/promotions/PR-4/fairness",
        "paper-roi, vera, /print/promotions/PR-4/roi",
        "paper-comparison, vera, /print/compare?v=" + MODEL + ":1&v=" + MODEL + ":4",
    })
    void aScreenIsReadableByEverybodyInEveryLight(String name, String who, String path) throws IOException {
        inEveryLight(name, who, path);
    }
}
