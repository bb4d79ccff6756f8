package io.gatehouse.portal.ui.components;

/** How a state is shown. Each has a shape of its own, so that it can be told apart without colour. */
public enum Tone {
    OK(
            "is-ok",
            "<circle cx='8' cy='8' r='7' fill='currentColor'/><path d='m4.8 8.2 2.2 2.2 4.2-4.6' stroke='var(--gh-ok-soft)' stroke-width='1.8' fill='none' stroke-linecap='round' stroke-linejoin='round'/>"),
    WATCH(
            "is-watch",
            "<path d='M8 1.2 15.4 14.3H.6Z' fill='currentColor'/><path d='M8 6v4' stroke='var(--gh-watch-soft)' stroke-width='1.7' stroke-linecap='round'/><circle cx='8' cy='12.2' r='1' fill='var(--gh-watch-soft)'/>"),
    ACT(
            "is-act",
            "<path d='M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z' fill='currentColor'/><path d='m5.5 5.5 5 5m0-5-5 5' stroke='var(--gh-act-soft)' stroke-width='1.7' stroke-linecap='round'/>"),
    INFO(
            "is-info",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='currentColor' stroke-width='1.7'/><path d='M8 4.5V8l2.4 1.6' fill='none' stroke='currentColor' stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'/>"),
    NONE(
            "is-none",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='currentColor' stroke-width='1.7' stroke-dasharray='2.6 2.27'/><path d='M5.5 8h5' stroke='currentColor' stroke-width='1.7' stroke-linecap='round'/>"),
    CANDIDATE(
            "is-candidate",
            "<path d='m8 1.5 6.5 6.5L8 14.5 1.5 8Z' fill='none' stroke='currentColor' stroke-width='1.7' stroke-linejoin='round'/>");

    private final String styleClass;
    private final String shape;

    Tone(String styleClass, String shape) {
        this.styleClass = styleClass;
        this.shape = shape;
    }

    /** The class of the stylesheet that colours it. */
    public String styleClass() {
        return styleClass;
    }

    String icon() {
        return "<svg viewBox='0 0 16 16' width='16' height='16' aria-hidden='true' focusable='false'>" + shape
                + "</svg>";
    }
}
