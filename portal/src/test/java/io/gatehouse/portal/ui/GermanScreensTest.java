package io.gatehouse.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.dom.Element;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.People;
import io.gatehouse.sentences.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithMockUser;

/** Every main screen in German: no mark of a missing text, and no English beside what people wrote. */
class GermanScreensTest extends ScreenTest {
    private static final String MODEL = "models/streamflow-churn-predictor";

    /** Words that no German sentence has. */
    private static final Pattern ENGLISH =
            Pattern.compile("(?<![\\w/-])(the|and|of|with|which|have|been|not|customers?|leavers?|likely"
                    + "|between|evaluated|approved)(?![\\w/-])");

    private static final String POLICIES = "../registry-core/src/main/resources/policies";
    private static final String ASSUMPTIONS = "../registry-core/src/main/java/io/gatehouse/policy/ShippedPolicies.java";
    private static final String WRITTEN = written();

    private final TestPeople known;
    private final People people;

    GermanScreensTest(TestPeople known, People people) {
        super(known);
        this.known = known;
        this.people = people;
    }

    @BeforeEach
    void readGerman() {
        UI.getCurrent().setLocale(Locale.GERMANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "models",
                MODEL,
                MODEL + "/answers",
                MODEL + "/timeline",
                MODEL + "/outcomes",
                "as-of",
                "quarters",
                "promotions",
                "promotions/PR-1",
                "promotions/PR-2",
                "promotions/PR-3",
                "policies",
                "policies/human-reviewed",
                "lineage/version/streamflow-churn-predictor/1?as=list",
                "compare?v=streamflow-churn-predictor:1&v=streamflow-churn-predictor:4",
                "experiments",
                "notices",
                "notices/settings",
                "downloads",
                "print/promotions/PR-900042/roi",
                "tokens",
                "glossary",
                "search?q=churn",
                "style"
            })
    @WithMockUser("vera")
    void aScreenSaysEverythingInGerman(String place) {
        open(place);

        assertThat(words()).doesNotContain("!{");
        assertThat(english()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "audit", "overrides", "proposals", "examinations", "value-assumptions", "delegations"})
    @WithMockUser("rita")
    void aScreenOfRiskSaysEverythingInGerman(String place) {
        open(place);

        assertThat(words()).doesNotContain("!{");
        assertThat(english()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "risk-lists", "risk-lists/RL-1", "risk-lists/RL-1/left"})
    @WithMockUser("carl")
    void aScreenOfCustomerSuccessSaysEverythingInGerman(String place) {
        open(place);

        assertThat(words()).doesNotContain("!{");
        assertThat(english()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "people", "people/priya", "people/adam", "new-person", "account", "webhooks", "storage"})
    @WithMockUser("adam")
    void aScreenOfAnAdministratorSaysEverythingInGerman(String place) {
        open(place);

        assertThat(words()).doesNotContain("!{");
        assertThat(english()).isEmpty();
    }

    @Test
    @WithMockUser("vera")
    void theFirstScreenReadsAsAGermanWouldWriteIt() {
        open("");

        assertThat(heading()).isEqualTo("1 Modell im Einsatz. Es ist auf Kurs.");
        assertThat(words()).contains("46 Tsd. $", "wahrscheinlich zwischen 38 Tsd. $ und 54 Tsd. $");
    }

    @Test
    @WithMockUser("vera")
    void whatCustomersAreGroupedByHasGermanNames() {
        open("promotions/PR-900042");

        assertThat(words()).contains("Altersgruppe", "Tarif").doesNotContain("Age band", "Plan type");
    }

    @Test
    @WithMockUser("rita")
    void aFieldForANumberTakesThousandsAndDecimalsOfTheLanguage() {
        open("value-assumptions");
        BigDecimalField worth = $(BigDecimalField.class).all().getFirst();

        worth.getElement().setProperty("value", "1.234,5");
        assertThat(worth.getValue()).isEqualByComparingTo(new BigDecimal("1234.5"));
        worth.getElement().setProperty("value", "0,5");
        assertThat(worth.getValue()).isEqualByComparingTo(new BigDecimal("0.5"));
    }

    @Test
    @WithMockUser("vera")
    void aLanguageThatSomebodyChoseIsThereAgain() {
        people.chooseLanguage(known.vera(), Language.GERMAN);
        try {
            assertThat(people.language("vera")).contains(Language.GERMAN);
            assertThat(people.language("priya")).isEmpty();
        } finally {
            people.chooseLanguage(known.vera(), Language.ENGLISH);
        }
    }

    /** English that neither the samples wrote nor a shipped policy says of itself. */
    private List<String> english() {
        return texts(getCurrentView().getElement())
                .filter(text -> !text.startsWith("name: "))
                .flatMap(text -> Stream.of(text.split("(?<=[.:;])\\s+")))
                .filter(text -> ENGLISH.matcher(text).find())
                .filter(text ->
                        !WRITTEN.contains(text.replace("„", "").replace("“", "").strip()))
                .toList();
    }

    private static Stream<String> texts(Element element) {
        return element.isTextNode()
                ? Stream.of(element.getText())
                : element.getChildren().flatMap(GermanScreensTest::texts);
    }

    private static String written() {
        StringBuilder all = new StringBuilder();
        try {
            for (String place : List.of("src/test/java/io/gatehouse/portal/samples", POLICIES, ASSUMPTIONS)) {
                try (Stream<Path> sources = Files.walk(Path.of(place))) {
                    for (Path source : sources.filter(Files::isRegularFile).toList()) {
                        all.append(Files.readString(source));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all.toString().replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("\\s+", " ");
    }
}
