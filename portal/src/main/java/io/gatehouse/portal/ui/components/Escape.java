package io.gatehouse.portal.ui.components;

/** Makes text safe inside markup that this package writes itself. */
final class Escape {
    private Escape() {}

    static String markup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
