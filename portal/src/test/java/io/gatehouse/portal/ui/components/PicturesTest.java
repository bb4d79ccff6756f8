package io.gatehouse.portal.ui.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;
import io.gatehouse.portal.ui.components.IntervalPlot.Axis;
import io.gatehouse.portal.ui.components.IntervalPlot.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final Row YOUNG = new Row("18–24", 0.71, 0.66, 0.77, Tone.ACT, "0.71 (0.66 to 0.77)");
    private static final Row SMALL = new Row("65+", null, null, null, Tone.NONE, "too few to judge");

    @Test
    void anIntervalIsADotAndALineInsideTheAxis() {
        String drawn = drawn(new IntervalPlot("found", List.of(YOUNG), new Axis(0.5, 1, 0.8, null, "target")));
        assertThat(drawn).contains("cx='42.00%'", "x1='32.00%'", "x2='54.00%'", "class='band' x='60.00%'");
    }

    @Test
    void whatCouldNotBeComputedHasNoDot() {
        String drawn = drawn(new IntervalPlot("found", List.of(SMALL), new Axis(0, 1, null, null, "")));
        assertThat(drawn).doesNotContain("circle", "interval");
    }

    @Test
    void theAxisHoldsEveryRowAndTheTarget() {
        Axis axis = Axis.around(List.of(YOUNG, SMALL), 0.8, "target");
        assertThat(axis.from()).isLessThan(0.66);
        assertThat(axis.to()).isGreaterThan(0.8);
    }

    @Test
    void aPictureTellsItsFindingToThoseWhoDoNotSeeIt() {
        IntervalPlot plot =
                new IntervalPlot("Ages 18–24 are served worst", List.of(YOUNG), new Axis(0, 1, 0.8, null, ""));
        assertThat(plot.getElement().getAttribute("role")).isEqualTo("img");
        assertThat(plot.getElement().getAttribute("aria-label")).isEqualTo("Ages 18–24 are served worst");
    }

    @Test
    void aRowOfATableHasAsManyCellsAsTheTableHasColumns() {
        Table table = new Table("figures").column("Name").numberColumn("Value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row("only one"))
                .withMessageContaining("1 cells for 2");
        assertThat(table.row(new Span("a"), new Span("1")).rows()).isEqualTo(1);
    }

    private static String drawn(Component component) {
        return descendants(component)
                .filter(Svg.class::isInstance)
                .map(svg -> svg.getElement().getProperty("innerHTML", "")
                        + svg.getElement().getOuterHTML())
                .reduce("", String::concat);
    }

    private static Stream<Component> descendants(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(PicturesTest::descendants));
    }
}
