package io.gatehouse.portal.ui.tour;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.internal.JacksonUtils;
import io.gatehouse.people.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks somebody through the places where their task begins. The browser draws it; the server only hears that it was seen. */
@Tag("gatehouse-tour")
public class Tour extends Component {
    private final transient Runnable seen;

    /** @param roles of whoever takes it @param seen told once, at the end or when it is put away */
    public Tour(Set<Role> roles, Runnable seen) {
        this.seen = seen;
        List<Map<String, Object>> steps = TourStep.of(roles).stream()
                .map(step ->
                        Map.<String, Object>of("title", step.title(), "words", step.words(), "places", step.places()))
                .toList();
        getElement().setPropertyJson("steps", JacksonUtils.listToJson(steps));
        for (String word : List.of("next", "back", "skip", "done", "count")) {
            // Holes are filled in the browser, step by step.
            getElement().setAttribute(word, I18NProvider.translate("tour." + word));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://gatehouse/gatehouse-tour.js");
    }

    /** Called by the browser. */
    @ClientCallable
    void seen() {
        seen.run();
        removeFromParent();
    }
}
