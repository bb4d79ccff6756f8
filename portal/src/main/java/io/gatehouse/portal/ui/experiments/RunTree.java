package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.tracking.LifecycleView;
import io.gatehouse.tracking.RunCount;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.RunStatus;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The runs of an experiment, parents over children; a filter flattens them, since what matches may be nested anywhere. */
class RunTree extends AbstractBackEndHierarchicalDataProvider<RunRow, Void> {
    private static final int MOST_FOLLOWED = 200;
    /** Whoever has more of them narrows down: nobody scrolls past so many. */
    private static final int MOST_SHOWN = RunPages.MOST_COUNTED;
    /** Each of those that a filter leaves is looked up to be counted, which takes longer than all else that the page reads. */
    private static final int MOST_MATCHING = 5_000;

    private final transient RunPages pages;
    private final transient CurrentPerson current;
    private final RunPages.Columns columns;
    private RunPages.Lines lines;
    private Instant until;
    private Optional<RunCount> counted = Optional.empty();
    private final Set<String> running = new LinkedHashSet<>();

    /** @param lines whenever they come @param until those that come later wait to be asked for */
    RunTree(RunPages pages, CurrentPerson current, RunPages.Lines lines, RunPages.Columns columns, Instant until) {
        this.pages = pages;
        this.current = current;
        this.lines = lines.upTo(until);
        this.columns = columns;
        this.until = until;
    }

    /** Runs that came until then are shown as well. */
    void until(Instant moment) {
        lines = lines.upTo(moment);
        until = moment;
        counted = Optional.empty();
        refreshAll();
    }

    /** How many came since and wait to be asked for; none of those that are deleted. */
    int newer() {
        return lines.view() == LifecycleView.ACTIVE_ONLY ? pages.newer(current.actor(), lines, until) : 0;
    }

    /** Of the first lines at the top, the first in which others are nested. */
    Optional<RunRow> firstParent(int among) {
        return lines.isTree()
                ? pages.page(current.actor(), lines, RunPages.Columns.NONE, 0, among).stream()
                        .filter(this::hasChildren)
                        .findFirst()
                : Optional.empty();
    }

    /** Reads those again that were training when they were shown, and shows them where they stand. */
    List<RunRow> follow() {
        List<RunRow> now = pages.these(current.actor(), List.copyOf(running), columns);
        running.clear();
        now.stream().filter(RunTree::trains).map(RunRow::id).forEach(running::add);
        now.forEach(this::refreshItem);
        return now;
    }

    static boolean trains(RunRow run) {
        return run.status() == RunStatus.RUNNING || run.status() == RunStatus.SCHEDULED;
    }

    @Override
    public int getChildCount(HierarchicalQuery<RunRow, Void> query) {
        RunRow parent = query.getParent();
        return parent == null ? counted().counted() : parent.children();
    }

    /** Of the lines at the top, or of all that the filter leaves; counted once for a moment. */
    RunCount counted() {
        RunCount count = counted.orElseGet(
                () -> pages.count(current.actor(), lines, lines.filter().isBlank() ? MOST_SHOWN : MOST_MATCHING));
        counted = Optional.of(count);
        return count;
    }

    @Override
    public boolean hasChildren(RunRow run) {
        return lines.isTree() && run.children() > 0;
    }

    @Override
    protected Stream<RunRow> fetchChildrenFromBackEnd(HierarchicalQuery<RunRow, Void> query) {
        List<String> order =
                query.getSortOrders().stream().map(RunTree::inMlflowsWords).toList();
        RunRow parent = query.getParent();
        List<RunRow> rows = parent == null
                ? pages.page(current.actor(), lines.inOrder(order), columns, query.getOffset(), query.getLimit())
                : pages.children(current.actor(), parent.id(), order, columns, query.getOffset(), query.getLimit());
        rows.stream()
                .filter(RunTree::trains)
                .limit(Math.max(0, MOST_FOLLOWED - running.size()))
                .forEach(run -> running.add(run.id()));
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
