package io.gatehouse.portal.ui.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleLineages;
import io.gatehouse.portal.samples.SampleScreenTest;
import io.gatehouse.portal.samples.Story;
import io.gatehouse.portal.ui.Places;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@SampleScreenTest
@WithMockUser("vera")
class LineageViewTest extends SpringBrowserlessTest {
    private static final String NODE = "lineage/version/streamflow-churn-predictor/2";

    @Autowired
    private TestPeople people;

    @BeforeEach
    void everybodyIsKnown() {
        people.vera();
    }

    @Test
    void theStoryComesFirstAndEveryNodeIsALink() {
        Places.go(UI.getCurrent(), NODE);

        assertThat(page())
                .contains("Where version 2 comes from", "was let in by request PR-900012", "Evidence, review");
        assertThat(links()).contains("promotions/PR-900012", "risk-lists/RL-7", "lineage/data/9ab1", NODE + "?as=list");
    }

    @Test
    void theListSaysTheSameInWords() {
        Places.go(UI.getCurrent(), NODE + "?as=list");

        assertThat(page())
                .contains("→ became Version 2", "you are here", "→ was taken away as workbook of RL-7", "Taken away");
        assertThat(links())
                .contains(NODE + "?as=picture", "lineage/risk-list/7?as=list", "lineage/list-workbook/7?as=list")
                .doesNotContain(NODE + "?as=list");
    }

    @Test
    void theVersionInUseIsFoundByItsModel() {
        Places.go(UI.getCurrent(), "lineage/production/streamflow-churn-predictor");

        assertThat(page()).contains("Where version 2 comes from");
    }

    @Test
    void anUnknownNodeIsNamed() {
        Places.go(UI.getCurrent(), "lineage/version/none/9");

        assertThat(page()).contains("Nothing is known of “version/none/9”");
    }

    @Test
    void aNodeStandsBesideWhatItWasMadeOf() {
        LineagePlan plan = new LineagePlan(new SampleLineages(new Story(Clock.systemUTC()))
                .production(people.vera(), Story.CHURN)
                .orElseThrow());

        assertThat(plan.columns()).containsExactly(LineagePlan.Column.values());
        assertThat(plan.spot("evidence/1").row()).isZero();
        assertThat(plan.spot("request/12").row()).isOne();
        assertThat(plan.rows()).isEqualTo(2);
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
