package io.gatehouse.cleanup;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.artifacts.PathSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was deleted before a moment. Whatever a version was ever registered from keeps all its files, decided or not, deleted or not; so does
 * what has a frozen file, or files that may be somebody else's.
 */
@Component
class Bin {
    private static final Pattern ID = Pattern.compile("(m-)?[0-9a-f]{32}");

    // Names of experiments are looked up: joined to them, H2 would go through the runs of each.
    private static final String RUNS = """
            select 'RUN' as kind, r.id, r.name, r.experiment_id, (select e.name from experiment e where e.id = r.experiment_id) as experiment,
                   r.deleted_at, r.artifact_uri as location
            from run r
            where r.lifecycle = 'deleted' and r.deleted_at < :before""";
    private static final String MODELS = """
            select 'LOGGED_MODEL' as kind, l.id, l.name, l.experiment_id, (select e.name from experiment e where e.id = l.experiment_id) as experiment,
                   l.deleted_at, l.location
            from logged_model l
            where l.deleted_at < :before""";

    private static final String VERSIONS =
            " from model_version v left join logged_model l on l.id = v.logged_model_id ";
    private static final String ORIGINS =
            "select v.run_id, v.logged_model_id, l.source_run_id, v.storage_location, v.source" + VERSIONS;
    private static final int OF_IDS = 3;

    private final JdbcClient jdbc;
    private final ArtifactStore artifacts;

    Bin(JdbcClient jdbc, ArtifactStore artifacts) {
        this.jdbc = jdbc;
        this.artifacts = artifacts;
    }

    /** The longest deleted first, whether or not something rests on it. What lies elsewhere than here is left out. */
    List<Binned> deletedBefore(Instant moment) {
        return jdbc
                .sql(RUNS + " union all " + MODELS + " order by deleted_at, id")
                .param("before", moment.atOffset(ZoneOffset.UTC))
                .query(Bin::binned)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** It, locked, if it is still deleted since before a moment. */
    boolean stillDeleted(Binned one, Instant moment) {
        String sql = one.kind() == Binned.Kind.RUN
                ? "select deleted_at from run where id = ? and lifecycle = 'deleted' and deleted_at < ? for update"
                : "select deleted_at from logged_model where id = ? and deleted_at < ? for update";
        return jdbc.sql(sql)
                .params(one.id(), moment.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .isPresent();
    }

    /**
     * What files may be needed for, read once for as many owners as there are.
     *
     * @param origins ids of runs and logged models that versions were registered from
     * @param sources where versions were registered from
     * @param frozen paths
     */
    record Needs(Set<String> origins, PathSet sources, PathSet frozen) {
        static final Needs NONE = new Needs(Set.of(), new PathSet(List.of()), new PathSet(List.of()));
    }

    Needs needs() {
        Set<String> origins = new HashSet<>();
        List<String> sources = new ArrayList<>();
        jdbc.sql(ORIGINS).query(row -> {
            for (int column = 1; column <= OF_IDS; column++) {
                add(origins, row.getString(column));
            }
            add(sources, row.getString("storage_location"));
            add(sources, row.getString("source"));
        });
        return new Needs(origins, new PathSet(sources), artifacts.allFrozen());
    }

    private static void add(Collection<String> known, @Nullable String text) {
        if (text != null) {
            known.add(text);
        }
    }

    /** What rests on these files of it; empty if nothing does. */
    static Optional<CleanUpPlan.Why> needed(Binned one, List<Artifact> files, Needs needs) {
        if (needs.origins.contains(one.id())
                || needs.sources.reachesInto(one.folder().location())) {
            return Optional.of(CleanUpPlan.Why.REGISTERED);
        }
        if (needs.frozen.covers(one.folder().value())
                || needs.frozen.reachesInto(one.folder().value())) {
            return Optional.of(CleanUpPlan.Why.FROZEN);
        }
        return !isItsOwn(one) || one.folder().isRoot() || holdsAnothers(one, files)
                ? Optional.of(CleanUpPlan.Why.SHARED)
                : Optional.empty();
    }

    /** Whether anything rests on its files now. */
    boolean needed(Binned one) {
        return isVersion(one)
                || !isItsOwn(one)
                || artifacts.holdsFrozen(one.folder())
                || holdsAnothers(one, artifacts.inventory(one.folder()));
    }

    private static boolean holdsAnothers(Binned one, List<Artifact> files) {
        return files.stream().anyMatch(file -> namesAnother(file.path().below(one.folder())));
    }

    private boolean isVersion(Binned one) {
        String location = one.folder().location();
        return jdbc.sql("select count(*)" + VERSIONS + """
                        where v.run_id = :id or v.logged_model_id = :id or l.source_run_id = :id
                           or v.storage_location = :location or v.storage_location like :below or v.source like :below""")
                        .param("id", one.id())
                        .param("location", location)
                        .param("below", location + "/%")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A folder that does not bear its owner's name may be shared. */
    private static boolean isItsOwn(Binned one) {
        return Arrays.asList(one.folder().value().split("/")).contains(one.id());
    }

    private static boolean namesAnother(String path) {
        return Arrays.stream(path.split("/"))
                .anyMatch(segment -> ID.matcher(segment).matches());
    }

    private static Optional<Binned> binned(ResultSet row, int index) throws SQLException {
        Optional<ArtifactPath> folder = ArtifactPath.ofLocation(row.getString("location"));
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Binned(
                Binned.Kind.valueOf(row.getString("kind")),
                row.getString("id"),
                row.getString("name"),
                row.getLong("experiment_id"),
                row.getString("experiment"),
                row.getObject("deleted_at", OffsetDateTime.class).toInstant(),
                folder.get()));
    }
}
