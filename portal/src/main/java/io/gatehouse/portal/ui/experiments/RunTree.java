package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import java.util.List;
import java.util.stream.Stream;

/** The runs of an experiment, parents over children; a filter flattens them, since what matches may be nested anywhere. */
class RunTree extends AbstractBackEndHierarchicalDataProvider<RunRow, Void> {
    private final transient RunPages pages;
    private final transient CurrentPerson current;
    private final long experiment;
    private final String filter;

    RunTree(RunPages pages, CurrentPerson current, long experiment, String filter) {
        this.pages = pages;
        this.current = current;
        this.experiment = experiment;
        this.filter = filter;
    }

    @Override
    public int getChildCount(HierarchicalQuery<RunRow, Void> query) {
        RunRow parent = query.getParent();
        return parent == null
                ? pages.count(current.actor(), new RunPages.Lines(experiment, filter, List.of()))
                : parent.children();
    }

    @Override
    public boolean hasChildren(RunRow run) {
        return filter.isBlank() && run.children() > 0;
    }

    @Override
    protected Stream<RunRow> fetchChildrenFromBackEnd(HierarchicalQuery<RunRow, Void> query) {
        List<String> order =
                query.getSortOrders().stream().map(RunTree::inMlflowsWords).toList();
        RunRow parent = query.getParent();
        List<RunRow> rows = parent == null
                ? pages.page(
                        current.actor(),
                        new RunPages.Lines(experiment, filter, order),
                        query.getOffset(),
                        query.getLimit())
                : pages.children(current.actor(), parent.id(), order, query.getOffset(), query.getLimit());
        return rows.stream();
    }

    @Override
    public Object getId(RunRow run) {
        return run.id();
    }

    private static String inMlflowsWords(QuerySortOrder order) {
        return order.getSorted() + (order.getDirection() == SortDirection.ASCENDING ? " ASC" : " DESC");
    }
}
