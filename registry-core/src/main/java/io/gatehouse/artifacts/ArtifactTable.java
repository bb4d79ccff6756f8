package io.gatehouse.artifacts;

import io.gatehouse.people.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind the store. Every method runs in the transaction of its caller. */
@Component
class ArtifactTable {
    private static final int SHARDS = 16;
    private static final int OWNER_SEGMENTS = 3;
    private static final int HASHES_AT_ONCE = 500;
    private static final String WITHIN = "(directory = ? or (directory >= ? and directory < ?))";
    /** No segment has a character below the blank, so that “x ” is the first text behind “x”; likewise “x0” is behind all “x/…”. */
    private static final String LOWEST = " ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ArtifactTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Waits until nobody else changes the folders of the runs or models that the paths belong to. Whoever needs two asks for both at once:
     * they are taken in one order, so that nobody waits crosswise.
     */
    void lock(ArtifactPath... paths) {
        TreeSet<Integer> shards = new TreeSet<>();
        for (ArtifactPath path : paths) {
            shards.addAll(shards(path));
        }
        for (int shard : shards) {
            jdbc.sql("select shard from artifact_lock where shard = ? for update")
                    .param(shard)
                    .query(Integer.class)
                    .single();
        }
    }

    private static List<Integer> shards(ArtifactPath path) {
        String[] segments = path.value().split("/", OWNER_SEGMENTS + 1);
        if (segments.length < OWNER_SEGMENTS) {
            return IntStream.range(0, SHARDS).boxed().toList();
        }
        int owner = String.join("/", segments[0], segments[1], segments[2]).hashCode();
        return List.of(Math.floorMod(owner, SHARDS));
    }

    Optional<Artifact> find(ArtifactPath path) {
        if (path.isRoot()) {
            return Optional.empty();
        }
        return jdbc.sql("select * from artifact where directory = ? and name = ?")
                .params(path.parent().value(), path.name())
                .query(ArtifactTable::artifact)
                .optional();
    }

    boolean isDirectory(ArtifactPath path) {
        return path.isRoot()
                || range("select count(*) from (select 1 from artifact where BELOW limit 1) found", path)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    List<Artifact> filesIn(ArtifactPath directory) {
        return jdbc.sql("select * from artifact where directory = ? order by name")
                .param(directory.value())
                .query(ArtifactTable::artifact)
                .list();
    }

    List<Artifact> filesBelow(ArtifactPath directory) {
        return range("select * from artifact where BELOW order by directory, name", directory)
                .query(ArtifactTable::artifact)
                .list();
    }

    /** The files in each of some hundred directories at most, and below it: one statement, in which each has its own range of the index. */
    Map<ArtifactPath, List<Artifact>> filesBelow(List<ArtifactPath> directories) {
        Map<ArtifactPath, List<Artifact>> files = new HashMap<>();
        if (directories.isEmpty()) {
            return files;
        }
        String sql = IntStream.range(0, directories.size())
                .mapToObj(number -> "select " + number + " as number, artifact.* from artifact where " + WITHIN)
                .collect(Collectors.joining(" union all "));
        List<String> ranges = directories.stream()
                .map(ArtifactPath::value)
                .flatMap(path -> Stream.of(path, path + "/", path + "0"))
                .toList();
        jdbc.sql(sql).params(ranges).query(row -> {
            files.computeIfAbsent(directories.get(row.getInt("number")), directory -> new ArrayList<>())
                    .add(artifact(row, 0));
        });
        return files;
    }

    /**
     * Names of the sub-directories, in order, by leaping from each to the first row behind all that is below it: two look-ups per name at
     * most, however many files are below.
     */
    Set<String> directoriesIn(ArtifactPath directory) {
        Set<String> names = new TreeSet<>();
        int prefix = directory.isRoot() ? 0 : directory.value().length() + 1;
        String from = directory.isRoot() ? LOWEST : directory.value() + "/";
        while (true) {
            Optional<String> next = jdbc.sql(
                            "select directory from artifact where directory >= ? and (? or directory < ?) order by directory limit 1")
                    .params(from, directory.isRoot(), directory.value() + "0")
                    .query(String.class)
                    .optional();
            if (next.isEmpty()) {
                return names;
            }
            int slash = next.get().indexOf('/', prefix);
            if (slash < 0) {
                names.add(next.get().substring(prefix));
                from = next.get() + LOWEST;
            } else {
                names.add(next.get().substring(prefix, slash));
                from = next.get().substring(0, slash) + "0";
            }
        }
    }

    void put(Actor actor, ArtifactPath path, String sha256, long size) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int replaced = jdbc.sql("""
                update artifact set sha256 = ?, size_bytes = ?, written_at = ?, written_by = ?
                where directory = ? and name = ?""")
                .params(sha256, size, now, actor.person().id(), path.parent().value(), path.name())
                .update();
        if (replaced == 0) {
            jdbc.sql("""
                    insert into artifact (directory, name, sha256, size_bytes, written_at, written_by)
                    values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            path.parent().value(),
                            path.name(),
                            sha256,
                            size,
                            now,
                            actor.person().id())
                    .update();
        }
    }

    int delete(ArtifactPath path) {
        int file = jdbc.sql("delete from artifact where directory = ? and name = ?")
                .params(path.parent().value(), path.name())
                .update();
        return file + range("delete from artifact where BELOW", path).update();
    }

    /** Why a path cannot change; empty if it can. */
    Optional<String> frozenAt(ArtifactPath path) {
        List<String> ancestors = new ArrayList<>();
        for (ArtifactPath at = path; ; at = at.parent()) {
            ancestors.add(at.value());
            if (at.isRoot()) {
                break;
            }
        }
        return jdbc.sql("select reason from artifact_freeze where prefix in (:ancestors) order by prefix limit 1")
                .param("ancestors", ancestors)
                .query(String.class)
                .optional();
    }

    /** Why something below a path cannot be deleted; empty if all can. */
    Optional<String> frozenBelow(ArtifactPath path) {
        return jdbc.sql("select reason from artifact_freeze where prefix >= ? and prefix < ? order by prefix limit 1")
                .params(path.value() + "/", path.value() + "0")
                .query(String.class)
                .optional();
    }

    /** Every prefix that is frozen. */
    List<String> frozen() {
        return jdbc.sql("select prefix from artifact_freeze")
                .query((row, index) -> row.getString("prefix"))
                .list();
    }

    /** Changes nothing where another was quicker. */
    void freeze(ArtifactPath prefix, String reason) {
        jdbc.sql("insert into artifact_freeze (prefix, reason, frozen_at) values (?, ?, ?) on conflict do nothing")
                .params(prefix.value(), reason, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How often bytes are needed: by paths, and by records of other rooms. */
    Map<String, Long> paths(Collection<String> hashes) {
        Map<String, Long> paths = new HashMap<>();
        List<String> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += HASHES_AT_ONCE) {
            jdbc.sql("""
                    select sha256, count(*) as paths
                    from (select sha256 from artifact union all select sha256 from kept_file) needed
                    where sha256 in (:hashes) group by sha256""")
                    .param("hashes", all.subList(from, Math.min(from + HASHES_AT_ONCE, all.size())))
                    .query(row -> {
                        paths.put(row.getString("sha256"), row.getLong("paths"));
                    });
        }
        return paths;
    }

    /** A statement whose {@code BELOW} is the rows in a directory and below it. */
    private JdbcClient.StatementSpec range(String sql, ArtifactPath directory) {
        if (directory.isRoot()) {
            return jdbc.sql(sql.replace("BELOW", "true"));
        }
        return jdbc.sql(sql.replace("BELOW", WITHIN))
                .params(directory.value(), directory.value() + "/", directory.value() + "0");
    }

    private static Artifact artifact(ResultSet row, int index) throws SQLException {
        String directory = row.getString("directory");
        String name = row.getString("name");
        return new Artifact(
                new ArtifactPath(directory.isEmpty() ? name : directory + "/" + name),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
