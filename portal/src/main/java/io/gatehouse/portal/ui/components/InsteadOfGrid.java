package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.PortalAddress;

/** What paper says in the place of a grid, of whose rows a browser holds those alone that are in sight. */
public final class InsteadOfGrid {
    private InsteadOfGrid() {}

    /**
     * Keeps the grid off paper.
     *
     * @param place of the page on screen, whose print view has all rows
     * @return to stand beside the grid
     */
    public static Paragraph of(Grid<?> grid, String place) {
        grid.addClassName("gh-no-print");
        Paragraph where = new Paragraph(
                I18NProvider.translate("print.instead", PortalAddress.current() + "/" + Places.print(place)));
        where.addClassName("gh-print-only");
        return where;
    }
}
