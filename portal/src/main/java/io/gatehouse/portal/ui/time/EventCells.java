package io.gatehouse.portal.ui.time;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import io.gatehouse.champions.Timeline.Event;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;

/** What is shown of something that happened. */
final class EventCells {
    private EventCells() {}

    static StatusBadge badge(Event event) {
        Tone tone = switch (event.kind()) {
            case PROMOTED -> Tone.OK;
            case ROLLED_BACK, ENDED -> Tone.WATCH;
            case POLICY_CHANGED, ASSUMPTIONS_CHANGED -> Tone.INFO;
        };
        return new StatusBadge(tone, Reader.word(event.kind()));
    }

    /** The way to what brought it. @param requests whether the reader may open them @param policies likewise */
    static Component cause(Event event, boolean requests, boolean policies) {
        Long request = event.request();
        String policy = event.policy();
        Integer version = event.rulesVersion();
        if (request != null && requests) {
            return oneLine(Places.link(Places.promotion(request), "PR-" + request));
        }
        return policy != null && version != null
                ? oneLine(Places.linkIf(policies, Places.policy(policy, version), policy + " v" + version))
                : new Span();
    }

    private static HtmlContainer oneLine(HtmlContainer cause) {
        cause.addClassName("gh-one-line");
        return cause;
    }
}
