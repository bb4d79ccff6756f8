package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import io.gatehouse.search.Filter;
import io.gatehouse.search.Keyset;
import io.gatehouse.search.Ordering;
import io.gatehouse.search.Page;
import io.gatehouse.search.Place;
import io.gatehouse.search.Question;
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
            .complete("name", "experiment_id", "creation_time", "last_update_time")
            .defaultOrder("creation_time DESC", "experiment_id ASC")
            .tieBreak("experiment_id DESC")
            .repeatedWishes()
            .build();

    private final ExperimentRows rows;
    private final Keyset<Long> experiments;

    ExperimentSearch(JdbcClient jdbc, ExperimentRows rows) {
        this.rows = rows;
        this.experiments = new Keyset<>(jdbc, "e.id", "experiment e", (row, index) -> row.getLong("id"));
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
        Question question = Question.of("experiments", query.filter, query.orderBy, query.view);
        Condition where = query.view.on("e.lifecycle").and(SCOPE.where(Filter.parse(query.filter)));
        Ordering order = SCOPE.orderOf(query.orderBy);
        Optional<Place> after = experiments.place(order, query.token, question);
        Page<Long> page = Page.of(experiments.after(order, where, after, query.size + 1), query.size, question);
        return new Page<>(rows.all(page.items()), page.next());
    }
}
