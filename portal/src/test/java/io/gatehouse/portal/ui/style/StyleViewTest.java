package io.gatehouse.portal.ui.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.DescriptionList;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.Chart;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.IntervalPlot;
import io.gatehouse.portal.ui.components.KeyFigure;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Sparkline;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.TenureTimeline;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.TermHelp;
import io.gatehouse.portal.ui.components.VerdictBadge;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

class StyleViewTest extends ScreenTest {
    StyleViewTest(TestPeople people) {
        super(people);
    }

    @Test
    @WithMockUser("carl")
    void theDesignLanguageIsShownWithThePiecesThemselves() {
        open("style");

        assertThat(List.of(
                        VerdictBadge.class,
                        IntervalPlot.class,
                        Sparkline.class,
                        KeyFigure.class,
                        TenureTimeline.class,
                        ProvenanceLine.class,
                        EmptyState.class,
                        PersonTag.class,
                        Table.class,
                        Chart.class,
                        NumbersTable.class,
                        TermHelp.class))
                .allSatisfy(piece -> assertThat($view(piece).all()).isNotEmpty());
        assertThat(words()).contains("accent / surface", "#1f4e9e");
    }

    @Test
    @WithMockUser("carl")
    void everyTermHasAPlaceOfItsOwnInTheGlossary() {
        open("glossary");

        assertThat($view(DescriptionList.Term.class).all().stream()
                        .map(term -> term.getId().orElse("")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Term.values()).map(Term::anchor).toList());
    }

    @Test
    @WithMockUser("vera")
    void aTermIsExplainedBesideItself() {
        open("models/streamflow-churn-predictor");

        assertThat(words()).contains("Which version was in use from when to when");
    }
}
