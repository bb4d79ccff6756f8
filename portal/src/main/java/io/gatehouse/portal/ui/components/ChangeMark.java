package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.comparison.Comparison.Change;
import java.util.Locale;

/** How a figure stands beside another: a shape, words, and only then a colour. */
public class ChangeMark extends Span {
    private ChangeMark(String words, String styleClass) {
        super(words);
        addClassNames("gh-change", styleClass);
    }

    /** Better, worse or too close to call, as a comparison of versions found it. */
    public static ChangeMark of(Change change) {
        return new ChangeMark(
                I18NProvider.translate("compare.change." + change, Reader.word(change)),
                "is-" + change.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /**
     * A change of which nobody says whether it is good, such as the length of a list or a metric whose direction is not known.
     *
     * @param by how far; its sign makes the shape
     * @param words such as “28 more than on 8 Nov 2026”, or the difference itself
     */
    public static ChangeMark plain(double by, String words) {
        String shape = by > 0 ? "▲ " : by < 0 ? "▼ " : "";
        return new ChangeMark(shape + words, "is-plain");
    }
}
