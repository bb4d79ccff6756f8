package io.gatehouse.portal.ui.style;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Table;
import java.util.List;

/** The colours as they meet on the screens: what is written in the one upon the other, light and dark, and how well it is to be read. */
class Colours {
    /** @param upon the ground @param least the contrast that it needs: 4.5 for text, 3 for shapes */
    record Pair(String colour, String upon, double least) {}

    static final double TEXT = 4.5;
    static final double SHAPE = 3;

    static final List<Pair> PAIRS = List.of(
            new Pair("text", "surface", TEXT),
            new Pair("text", "page", TEXT),
            new Pair("text-2", "surface", TEXT),
            new Pair("text-2", "page", TEXT),
            new Pair("accent", "surface", TEXT),
            new Pair("on-accent", "accent", TEXT),
            new Pair("control", "surface", SHAPE),
            new Pair("ok", "ok-soft", TEXT),
            new Pair("watch", "watch-soft", TEXT),
            new Pair("act", "act-soft", TEXT),
            new Pair("accent", "accent-soft", TEXT),
            new Pair("none", "none-soft", TEXT),
            new Pair("candidate", "candidate-soft", TEXT),
            new Pair("series-1", "surface", SHAPE),
            // As the set of the UK Analysis Function has it: a hair below 3 on white, so it never carries meaning
            // alone.
            new Pair("series-2", "surface", 2.9),
            new Pair("series-3", "surface", SHAPE),
            new Pair("series-4", "surface", SHAPE),
            new Pair("series-5", "surface", SHAPE),
            new Pair("series-6", "surface", SHAPE));

    private final Tokens tokens = Tokens.read();

    Table table() {
        Table table = new Table(text("style.colours"))
                .untitled()
                .column(text("style.colours.name"))
                .column(text("theme.light"))
                .numberColumn(text("style.colours.contrast.light"))
                .column(text("theme.dark"))
                .numberColumn(text("style.colours.contrast.dark"));
        for (Pair pair : PAIRS) {
            Span name = new Span(text("style.colours.upon", pair.colour(), pair.upon()));
            name.addClassName("gh-mono");
            table.row(
                    name,
                    swatch(tokens.light(pair.colour()), tokens.light(pair.upon()), pair),
                    contrast(tokens.light(pair.colour()), tokens.light(pair.upon())),
                    swatch(tokens.dark(pair.colour()), tokens.dark(pair.upon()), pair),
                    contrast(tokens.dark(pair.colour()), tokens.dark(pair.upon())));
        }
        return table;
    }

    private static Span swatch(String colour, String upon, Pair pair) {
        // What is only ever a shape is shown as one.
        Span shown = new Span(pair.least() < TEXT ? "" : text("style.colours.sample"));
        shown.getStyle().set("color", colour).set("background", upon);
        Span swatch = new Span(shown, new Span(colour));
        swatch.addClassName("gh-swatch");
        if (pair.least() < TEXT) {
            Span shape = new Span();
            shape.getStyle().set("background", colour);
            shown.add(shape);
        }
        return swatch;
    }

    private static Span contrast(String one, String other) {
        return new Span(Figures.tenths(Tokens.contrast(one, other)) + " : 1");
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
