package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import io.gatehouse.search.Filter;
import io.gatehouse.search.Page;
import io.gatehouse.search.PageToken;
import io.gatehouse.search.SearchScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds experiments. */
@Component
public class ExperimentSearch {
    private static final SearchScope SCOPE = SearchScope.of("attribute")
            .text("name", "e.name")
            .number("experiment_id", "e.id")
            .time("creation_time", "e.created_at")
            .time("last_update_time", "e.updated_at")
            .tags(
                    Set.of("tags", "tag"),
                    "tag",
                    "experiment_tag t where t.experiment_id = e.id and t.tag_key = ?",
                    "t.tag_value",
                    false)
            .defaultOrder("creation_time DESC", "experiment_id ASC")
            .tieBreak("experiment_id DESC")
            .repeatedWishes()
            .build();

    private final JdbcClient jdbc;
    private final ExperimentRows rows;

    ExperimentSearch(JdbcClient jdbc, ExperimentRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * What to look for.
     *
     * @param filter in MLflow's language, empty for all
     * @param orderBy in MLflow's language
     * @param size at most so many on a page
     * @param token of the page before
     */
    public record Query(String filter, List<String> orderBy, LifecycleView view, int size, Optional<String> token) {}

    /** @throws io.gatehouse.search.InvalidSearchException if filter, order or token are wrong */
    @Transactional(readOnly = true)
    public Page<Experiment> find(Actor actor, Query query) {
        Permissions.require(actor, Action.READ_TRACKING);
        String identity = query.filter + "\n" + query.orderBy + "\n" + query.view;
        long offset = PageToken.offset(query.token, identity);
        Condition where = query.view.on("e.lifecycle").and(SCOPE.where(Filter.parse(query.filter)));
        Condition page = SCOPE.orderOf(query.orderBy).pageOfIds("e.id", "experiment e", where, query.size + 1, offset);
        List<Long> ids = jdbc.sql(page.sql())
                .params(page.parameters())
                .query((row, index) -> row.getLong(1))
                .list();
        return Page.of(rows.all(ids), query.size, offset, identity);
    }
}
