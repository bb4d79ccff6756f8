package io.gatehouse.portal.ui.components;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;

/**
 * A badge in the cells of a grid, which the browser makes of a shape and a word: the session keeps nothing of it, where components would
 * be kept for every row that is scrolled past.
 */
public final class BadgeCell {
    /** For templates of renderers that {@link #with} gave their properties. */
    public static final String TEMPLATE =
            "<span class=\"gh-status ${item.tone}\"><span .innerHTML=\"${item.shape}\"></span>"
                    + "<span>${item.word}</span></span>";

    private BadgeCell() {}

    /** Nothing but the badge. */
    public static <T> LitRenderer<T> of(ValueProvider<T, Tone> tone, ValueProvider<T, String> word) {
        return with(LitRenderer.of(TEMPLATE), tone, word);
    }

    /** @param renderer whose template has {@link #TEMPLATE} in it */
    public static <T> LitRenderer<T> with(
            LitRenderer<T> renderer, ValueProvider<T, Tone> tone, ValueProvider<T, String> word) {
        return renderer.withProperty("tone", row -> tone.apply(row).styleClass())
                .withProperty("shape", row -> tone.apply(row).icon())
                .withProperty("word", word);
    }
}
