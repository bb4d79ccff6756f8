package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screens in the second language. */
class ScreensInGermanIT extends LookingTest {
    /** Words that no German title has. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<![\\w/-])(the|and|of|with|which|have|not|customers?|approved|download|show)(?![\\w/-])");

    /** German words are longer, and a telephone is narrow: what fits here fits. One light is enough, since no colour changes. */
    @ParameterizedTest(name = "{0}, in German")
    @CsvSource({
        "vera, '/ /models /models/" + MODEL + " /models/" + MODEL + "/answers /as-of /quarters /glossary /style'",
        "priya, '/promotions /promotions/PR-2 /delegations'",
        "dana, '/experiments /experiments/2 /search?q=churn'",
        "carl, '/ /risk-lists /risk-lists/RL-2 /risk-lists/RL-2/left /models/" + MODEL + "/outcomes'",
        "rita, '/audit /overrides /policies /tokens /notices/settings'",
        "adam, '/people /people/priya /new-person /account /storage /webhooks'",
    })
    void aScreenFitsATelephoneInGerman(String who, String places) throws IOException {
        try (Visitor visitor = Visitor.signedIn(browser, portal, who, "de-DE")) {
            visitor.page().setViewportSize(390, 900);
            for (String place : places.split(" ")) {
                visitor.open(place);
                visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
                String shot = "german-" + who + place.replace('/', '-');
                look(visitor, shot);
                assertThat(visitor.main()).as(shot).doesNotContain("!{");
                assertThat(titles(visitor))
                        .as(shot)
                        .noneMatch(title -> ENGLISH.matcher(title).find());
            }
        }
    }

    /** What the product wrote, and nobody else: headings, titles of columns, and what can be pressed. */
    private static List<String> titles(Visitor visitor) {
        return visitor.page()
                .locator("main :is(h1, h2, h3, th[scope=col], label, vaadin-button, caption)")
                .allInnerTexts();
    }
}
