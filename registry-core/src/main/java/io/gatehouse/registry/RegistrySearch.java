package io.gatehouse.registry;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Clause;
import io.gatehouse.search.Comparator;
import io.gatehouse.search.Condition;
import io.gatehouse.search.Filter;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.search.Keyset;
import io.gatehouse.search.Operand;
import io.gatehouse.search.Ordering;
import io.gatehouse.search.Page;
import io.gatehouse.search.Place;
import io.gatehouse.search.Question;
import io.gatehouse.search.SearchScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds registered models and versions by MLflow's search language. */
@Component
public class RegistrySearch {
    /** Most models on a page. */
    public static final int MOST_MODELS = 1000;
    /** Most versions on a page. */
    public static final int MOST_VERSIONS = 200_000;

    private static final Set<String> TAG_PREFIXES = Set.of("tag", "tags");

    private static final SearchScope MODELS = SearchScope.of("attribute")
            .text("name", "m.name")
            .time("last_updated_timestamp", "m.updated_at", "timestamp")
            .tags(
                    TAG_PREFIXES,
                    "tag",
                    "registered_model_tag t where t.model_id = m.id and t.tag_key = ?",
                    "t.tag_value",
                    false)
            .complete("name", "last_updated_timestamp")
            .defaultOrder("name ASC")
            .tieBreak("name ASC")
            .build();

    private static final SearchScope VERSIONS = SearchScope.of("attribute")
            .text("name", "m.name")
            .listedText("run_id", "v.run_id")
            .text("source_path", "v.source")
            .lenientNumber("version_number", "v.version")
            .time("creation_timestamp", "v.created_at")
            .time("last_updated_timestamp", "v.updated_at")
            .tags(
                    TAG_PREFIXES,
                    "tag",
                    "model_version_tag t where t.version_id = v.id and t.tag_key = ?",
                    "t.tag_value",
                    false)
            .unsortable("run_id", "source_path")
            .complete("name", "version_number", "creation_timestamp", "last_updated_timestamp")
            .defaultOrder("last_updated_timestamp DESC")
            .tieBreak("name ASC", "version_number DESC")
            .build();

    private static final Condition NO_PROMPTS = new Condition(
            "not exists (select 1 from registered_model_tag p where p.model_id = m.id and p.tag_key = ? and p.tag_value = ?)",
            List.of(RegisteredModel.PROMPT_TAG, "true"));

    private final ModelRows models;
    private final VersionRows versions;
    private final Keyset<UUID> modelIds;
    private final Keyset<UUID> versionIds;

    RegistrySearch(JdbcClient jdbc, ModelRows models, VersionRows versions) {
        this.models = models;
        this.versions = versions;
        this.modelIds = new Keyset<>(jdbc, "m.id", "registered_model m", RegistrySearch::id);
        this.versionIds = new Keyset<>(
                jdbc, "v.id", "model_version v join registered_model m on m.id = v.model_id", RegistrySearch::id);
    }

    /**
     * What is looked for.
     *
     * @param filter in MLflow's language; empty for everything
     * @param orderBy in MLflow's language
     * @param size most results on the page
     * @param token of the page; empty for the first
     */
    public record Query(String filter, List<String> orderBy, int size, Optional<String> token) {
        public Query {
            orderBy = List.copyOf(orderBy);
        }

        private Question about(String what) {
            return Question.of(what, filter, orderBy);
        }
    }

    /**
     * Models. Prompts, which MLflow keeps among them, are found only by a filter that asks for them.
     *
     * @throws InvalidSearchException if the query cannot be understood
     */
    @Transactional(readOnly = true)
    public Page<RegisteredModel> models(Actor actor, Query query) {
        Permissions.require(actor, Action.READ_REGISTRY);
        requireSize(query.size, MOST_MODELS);
        Filter filter = Filter.parse(query.filter);
        boolean aboutPrompts = filter.clauses().stream().anyMatch(RegistrySearch::asksForPrompts);
        Condition where = new Condition("m.deleted_at is null", List.of());
        where = where.and(MODELS.where(new Filter(filter.clauses().stream()
                .filter(clause -> !excludesPrompts(clause))
                .toList())));
        if (!aboutPrompts) {
            where = where.and(NO_PROMPTS);
        }
        Page<UUID> page = page(modelIds, MODELS, where, query, query.about("registered models"));
        return new Page<>(models.byIds(page.items()), page.next());
    }

    /** @throws InvalidSearchException if the query cannot be understood */
    @Transactional(readOnly = true)
    public Page<ModelVersion> versions(Actor actor, Query query) {
        Permissions.require(actor, Action.READ_REGISTRY);
        requireSize(query.size, MOST_VERSIONS);
        Condition where = new Condition("v.deleted_at is null and m.deleted_at is null", List.of())
                .and(VERSIONS.where(Filter.parse(query.filter)));
        Page<UUID> page = page(versionIds, VERSIONS, where, query, query.about("model versions"));
        return new Page<>(versions.byIds(page.items()), page.next());
    }

    private static Page<UUID> page(
            Keyset<UUID> ids, SearchScope scope, Condition where, Query query, Question question) {
        Ordering order = scope.orderOf(query.orderBy);
        Optional<Place> after = ids.place(order, query.token, question);
        return Page.of(ids.after(order, where, after, query.size + 1), query.size, question);
    }

    private static UUID id(ResultSet row, int index) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    private static boolean speaksOfPrompts(Clause clause) {
        return TAG_PREFIXES.contains(clause.identifier().prefix())
                && clause.identifier().key().equals(RegisteredModel.PROMPT_TAG);
    }

    /** “Is not a prompt” holds for models that lack the tag as well, unlike any other clause on a tag. */
    private static boolean excludesPrompts(Clause clause) {
        return speaksOfPrompts(clause)
                && clause.comparator() == Comparator.NOT_EQUAL
                && clause.operand().equals(new Operand.Text("true"));
    }

    private static boolean asksForPrompts(Clause clause) {
        return speaksOfPrompts(clause) && !excludesPrompts(clause);
    }

    private static void requireSize(int size, int most) {
        if (size < 1 || size > most) {
            throw new InvalidSearchException("Invalid value " + size
                    + " for parameter 'max_results' supplied: it must be at least 1 and at most " + most);
        }
    }
}
