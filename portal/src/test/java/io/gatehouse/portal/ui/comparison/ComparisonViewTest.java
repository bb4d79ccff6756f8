package io.gatehouse.portal.ui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Chart;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@SampleScreenTest
@WithMockUser("vera")
class ComparisonViewTest extends SpringBrowserlessTest {
    private static final String MODEL = "streamflow-churn-predictor";

    @Autowired
    private TestPeople people;

    @BeforeEach
    void everybodyIsKnown() {
        people.vera();
    }

    @Test
    void whatDiffersComesFirstAndEachCellSaysHowItStands() {
        open(2, 1);

        assertThat(page())
                .contains(
                        "Versions 2, 1 of " + MODEL,
                        "▼ worse",
                        "learning_rate",
                        "Nothing differs here; rows compared: 1.")
                .doesNotContain("binary:logistic");
        assertThat($(Checkbox.class).all().getFirst().getLabel()).isEqualTo("Show only what differs (10 of 13 rows)");
    }

    @Test
    void everythingIsShownOnDemandAndTheAddressSaysSo() {
        Places.go(UI.getCurrent(), "compare?v=" + MODEL + ":2&v=" + MODEL + ":1&all=1");

        assertThat(page()).contains("binary:logistic");
        assertThat($(Checkbox.class).all().getFirst().getValue()).isFalse();
    }

    @Test
    void otherTrainingDataIsWarnedOf() {
        open(2, 1);
        assertThat(page()).contains("part of the difference may be the data");

        open(2, 5);
        assertThat(page()).doesNotContain("part of the difference may be the data");
    }

    @Test
    void aVersionCanBeTakenOutOrMadeTheBaselineByALink() {
        open(2, 5);

        assertThat(links()).contains("compare?v=" + MODEL + ":2", "compare?v=" + MODEL + ":5&v=" + MODEL + ":2");
    }

    @Test
    void anUnknownVersionIsNamedAndCanBeRemoved() {
        open(2, 77);

        assertThat(page()).contains("There is no version 77");
        assertThat(links()).contains("compare?v=" + MODEL + ":2");
    }

    @Test
    void withoutAChoiceTheUsualComparisonsAreOffered() {
        Places.go(UI.getCurrent(), "compare");

        assertThat(page()).contains("Choose what to compare");
        assertThat(links()).contains("compare?v=" + MODEL + ":2&v=" + MODEL + ":1&v=" + MODEL + ":5");
    }

    @Test
    void theVersionsCanBeTheRowsAndTheAddressKeepsThePairThatIsDrawn() {
        Places.go(
                UI.getCurrent(),
                "compare?v=" + MODEL + ":2&v=" + MODEL + ":1&turned=1&x=params.learning_rate&y=metrics.precision");

        assertThat($(NativeTableHeaderCell.class).all().stream()
                        .map(cell -> cell.getElement().getTextRecursively()))
                .contains("Version 2 · baseline", "Version 1");
        assertThat(pictures())
                .anyMatch(finding -> finding.startsWith("2 versions across the axes params.learning_rate"))
                .anyMatch(finding -> finding.endsWith("versions, metrics.precision over params.learning_rate."));
        assertThat(links())
                .contains("compare?v=" + MODEL + ":1&v=" + MODEL
                        + ":2&turned=1&x=params.learning_rate&y=metrics.precision");
    }

    private List<String> pictures() {
        return $(Chart.class).all().stream()
                .map(chart -> chart.getElement().getAttribute("aria-label"))
                .toList();
    }

    private static void open(int... versions) {
        Places.go(
                UI.getCurrent(),
                Arrays.stream(versions)
                        .mapToObj(version -> "v=" + MODEL + ":" + version)
                        .collect(Collectors.joining("&", "compare?", "")));
    }

    private String page() {
        return $(Main.class).all().stream()
                .map(main -> main.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private List<String> links() {
        return $(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
