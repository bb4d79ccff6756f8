package io.gatehouse.outcomes;

import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.ids.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Live figures as rows. Nothing here updates or deletes: what was known on a day stays known. */
@Component
class LiveFiguresRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Ids ids;

    LiveFiguresRows(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Keeps them unless they say what the newest say already. */
    void keep(UUID model, LiveFigures figures) {
        boolean known = newest(new VersionKey(model, figures.version()), figures.computedAt())
                .filter(figures::saysTheSameAs)
                .isPresent();
        if (!known) {
            insert(model, figures);
        }
    }

    private void insert(UUID model, LiveFigures figures) {
        jdbc.sql("""
                insert into live_figures (id, model_id, version, intake, input_sha256, computed_at, document)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        ids.next(),
                        model,
                        figures.version(),
                        figures.intake(),
                        figures.inputSha256(),
                        figures.computedAt().atOffset(ZoneOffset.UTC),
                        JSON.writeValueAsString(figures))
                .update();
    }

    /** The newest of each version until a moment; versions without any are left out. */
    Map<VersionKey, LiveFigures> until(Collection<VersionKey> versions, Instant at) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        String pairs = versions.stream()
                .map(version -> "(f.model_id = ? and f.version = ?)")
                .collect(Collectors.joining(" or "));
        Map<VersionKey, LiveFigures> newest = new HashMap<>();
        jdbc.sql("""
                select x.model_id, x.version, x.document from (
                  select f.model_id, f.version, f.document,
                         row_number() over (partition by f.model_id, f.version order by f.computed_at desc, f.id desc) as place
                  from live_figures f where f.computed_at <= ? and (\s""" + pairs + ")) x where x.place = 1")
                .params(Stream.concat(
                                Stream.of(at.atOffset(ZoneOffset.UTC)),
                                versions.stream()
                                        .flatMap(version -> Stream.<Object>of(version.modelId(), version.version())))
                        .toList())
                .query(row -> {
                    newest.put(
                            new VersionKey(row.getObject(1, UUID.class), row.getInt(2)),
                            JSON.readValue(row.getString(3), LiveFigures.class));
                });
        return newest;
    }

    /** Versions of a model that anything is known of. */
    List<VersionKey> versions(String model) {
        return jdbc.sql("""
                select distinct f.model_id, f.version from live_figures f
                join registered_model m on m.id = f.model_id and m.deleted_at is null where m.name = ?""")
                .param(model)
                .query((row, index) -> new VersionKey(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
    }

    Optional<LiveFigures> newest(VersionKey version, Instant at) {
        return Optional.ofNullable(until(List.of(version), at).get(version));
    }
}
