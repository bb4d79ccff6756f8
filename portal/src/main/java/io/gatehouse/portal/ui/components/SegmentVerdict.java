package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.html.Span;
import io.gatehouse.checks.SegmentFigures;

/** What was found of a group: a badge where it was judged, and otherwise the reason in words. */
public class SegmentVerdict extends Span {
    public SegmentVerdict(SegmentFigures group) {
        if (group.unjudged().isPresent()) {
            setText(group.verdictInWords(Reader.language()));
        } else {
            add(new VerdictBadge(group.verdict()));
        }
    }
}
