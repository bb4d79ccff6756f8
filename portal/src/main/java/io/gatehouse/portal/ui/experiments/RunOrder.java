package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.SortDirection;
import io.gatehouse.tracking.RunRow;
import java.util.List;
import java.util.Optional;

/** The order of a table of runs, in MLflow's language as the address carries it. */
final class RunOrder {
    private static final String FALLING = " DESC";
    private static final String RISING = " ASC";

    private RunOrder() {}

    /** Empty if no column of the table is ordered so. */
    static Optional<GridSortOrder<RunRow>> read(TreeGrid<RunRow> grid, String words) {
        return grid.getColumns().stream()
                .filter(column -> words.equals(property(column) + FALLING) || words.equals(property(column) + RISING))
                .map(column -> new GridSortOrder<>(
                        column, words.endsWith(FALLING) ? SortDirection.DESCENDING : SortDirection.ASCENDING))
                .findFirst();
    }

    /** Empty for the usual order. */
    static String write(List<GridSortOrder<RunRow>> orders) {
        return orders.stream()
                .findFirst()
                .map(order -> property(order.getSorted())
                        + (order.getDirection() == SortDirection.DESCENDING ? FALLING : RISING))
                .orElse("");
    }

    private static String property(com.vaadin.flow.component.grid.Grid.Column<RunRow> column) {
        return column.getSortOrder(SortDirection.ASCENDING)
                .map(order -> order.getSorted())
                .findFirst()
                .orElse("");
    }
}
