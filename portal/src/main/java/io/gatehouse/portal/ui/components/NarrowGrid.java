package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.Set;

/** On a small screen a grid shows one column whose cells say what the others say; they come back with the room. */
public final class NarrowGrid {
    private NarrowGrid() {}

    /**
     * @param below width of the window in pixels from which on all columns but the first set are shown
     * @param small keys of the columns that are shown below it
     * @param smallOnly those of them that are not shown above it
     */
    public static void fit(Grid<?> grid, int below, Set<String> small, Set<String> smallOnly) {
        show(grid, false, small, smallOnly);
        grid.addAttachListener(attached -> {
            Page page = attached.getUI().getPage();
            page.retrieveExtendedClientDetails(
                    details -> show(grid, narrow(details.getBodyClientWidth(), below), small, smallOnly));
            Registration listening = page.addBrowserWindowResizeListener(
                    resized -> show(grid, narrow(resized.getWidth(), below), small, smallOnly));
            grid.addDetachListener(detached -> {
                listening.remove();
                detached.unregisterListener();
            });
        });
    }

    private static boolean narrow(int width, int below) {
        return width > 0 && width < below;
    }

    private static void show(Grid<?> grid, boolean narrow, Set<String> small, Set<String> smallOnly) {
        for (Grid.Column<?> column : grid.getColumns()) {
            String key = column.getKey() == null ? "" : column.getKey();
            column.setVisible(narrow ? small.contains(key) : !smallOnly.contains(key));
        }
    }
}
