package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

/** A chart drawn in the browser, for pictures with many points. Small ones are drawn by the server: see {@link IntervalPlot}. */
@Tag("gatehouse-chart")
public class Chart extends Component implements HasStyle, HasSize {
    /**
     * @param finding what it shows, in a sentence, for those who do not see it
     * @param options of Apache ECharts, as JSON; colours and fonts come from the page
     */
    public Chart(String finding, String options) {
        getElement().setAttribute("role", "img");
        show(finding, options);
    }

    /** Draws something else of the same kind in its place, without a flicker. */
    public final void show(String finding, String options) {
        getElement().setAttribute("aria-label", finding);
        getElement().setProperty("options", options);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://gatehouse/gatehouse-chart.js");
    }
}
