package io.gatehouse.registry;

import io.gatehouse.artifacts.ArtifactPath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out which run or logged model a folder of ours belongs to, whoever names it: the trainer answers for files of their run, also where
 * somebody else registers them and leaves the run out.
 */
@Component
class FileOwners {
    private static final Pattern RUN = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern LOGGED_MODEL = Pattern.compile("m-[0-9a-f]{32}");
    private static final Owner NOBODY = new Owner(null, null, null);

    private final JdbcClient jdbc;

    FileOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param runId absent if the folder is no known run's
     * @param loggedModelId absent if it is no known logged model's
     * @param ownFolder the folder, if it lies in theirs and not at the root of a run
     */
    record Owner(
            @Nullable String runId,
            @Nullable String loggedModelId,
            @Nullable ArtifactPath ownFolder) {}

    /** Of nobody if the location is elsewhere. */
    Owner of(String location) {
        return ArtifactPath.ofLocation(location).map(this::of).orElse(NOBODY);
    }

    private Owner of(ArtifactPath folder) {
        return loggedModel(folder).or(() -> run(folder)).orElse(NOBODY);
    }

    private Optional<Owner> loggedModel(ArtifactPath folder) {
        return first(
                        folder,
                        LOGGED_MODEL,
                        "select id, source_run_id, location from logged_model where deleted_at is null and id in (:ids)")
                .map(found -> new Owner(found.runId, found.id, folder));
    }

    private Optional<Owner> run(ArtifactPath folder) {
        return first(
                        folder,
                        RUN,
                        "select id, id as source_run_id, artifact_uri as location from run where id in (:ids)")
                .map(found -> new Owner(found.id, null, folder.equals(found.root) ? null : folder));
    }

    /** The first whose id stands in the path and whose folder it lies in. */
    private Optional<Found> first(ArtifactPath folder, Pattern id, String sql) {
        List<String> ids = Arrays.stream(folder.value().split("/"))
                .filter(segment -> id.matcher(segment).matches())
                .toList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        return jdbc
                .sql(sql)
                .param("ids", ids)
                .query((row, index) -> new Found(
                        row.getString("id"),
                        row.getString("source_run_id"),
                        ArtifactPath.ofLocation(row.getString("location")).orElse(null)))
                .stream()
                .filter(found -> found.root != null && folder.isWithin(found.root))
                .findFirst();
    }

    private record Found(
            String id, @Nullable String runId, @Nullable ArtifactPath root) {}
}
