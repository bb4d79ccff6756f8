package io.gatehouse.registry;

import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.loggedmodels.LoggedModel;
import io.gatehouse.loggedmodels.LoggedModels;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out where the files of a version are from what the client calls its source. A chain of {@code models:/} is followed once: what it
 * leads to was resolved when that was registered.
 */
@Component
class VersionSource {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern LOGGED_MODEL = Pattern.compile("models:/(m-[0-9a-f]{32})/?");
    private static final Pattern VERSION = Pattern.compile("models:/([^/:@]+)/(\\d{1,9})/?");
    private static final Pattern RUN = Pattern.compile("runs:/([0-9a-zA-Z][\\w-]*)/[^#?]+");
    private static final int LONGEST = 2048;
    private static final int LONGEST_RUN_ID = 32;
    private static final int LONGEST_MODEL_ID = 34;
    private static final int MOST_DECODINGS = 10;

    private final JdbcClient jdbc;
    private final FileOwners owners;
    private final LoggedModels loggedModels;
    private final ModelRows models;
    private final VersionRows versions;

    VersionSource(
            JdbcClient jdbc, FileOwners owners, LoggedModels loggedModels, ModelRows models, VersionRows versions) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.loggedModels = loggedModels;
        this.models = models;
        this.versions = versions;
    }

    /**
     * @param location of the files
     * @param runId that the version came from; absent if neither client nor source names one
     * @param loggedModelId likewise
     * @param ownFolder holds the files of this model alone, so that it can be frozen; absent if the files are elsewhere, belong to
     *     nothing that we know, or share the root of a run with whatever may yet be logged there
     */
    record Resolved(
            String location,
            @Nullable String runId,
            @Nullable String loggedModelId,
            @Nullable ArtifactPath ownFolder) {}

    Outcome<Resolved> resolve(NewVersion version) {
        String source = version.source();
        if (source.isBlank()) {
            return Outcome.refused(Refusal.invalid("source.blank"));
        }
        Optional<Refusal> tooLong = tooLong("source", source, LONGEST)
                .or(() -> tooLong("run_id", version.runId(), LONGEST_RUN_ID))
                .or(() -> tooLong("run_link", version.runLink(), LONGEST))
                .or(() -> tooLong("model_id", version.loggedModelId(), LONGEST_MODEL_ID));
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        Matcher loggedModel = LOGGED_MODEL.matcher(source);
        if (loggedModel.matches()) {
            return fromLoggedModel(version, loggedModel.group(1));
        }
        Matcher other = VERSION.matcher(source);
        if (other.matches()) {
            return fromVersion(version, other.group(1), Integer.parseInt(other.group(2)));
        }
        return fromLocation(version);
    }

    private static Optional<Refusal> tooLong(String what, @Nullable String value, int longest) {
        return value == null || value.length() <= longest
                ? Optional.empty()
                : Optional.of(Refusal.invalid("registry.too.long", "what", what, "longest", longest));
    }

    /** Where the files of a version lie, if a run or a logged model that we know keeps them there for it alone. */
    Optional<ArtifactPath> ownFolder(ModelVersion version) {
        return Optional.ofNullable(owners.of(version.storageLocation()).ownFolder());
    }

    private Outcome<Resolved> fromLoggedModel(NewVersion version, String id) {
        if (version.loggedModelId() != null && !version.loggedModelId().equals(id)) {
            return foreign(version, "logged model " + version.loggedModelId());
        }
        return loggedModel(id)
                .map(model -> new Resolved(
                        model.location(),
                        version.runId() == null ? model.sourceRunId() : version.runId(),
                        id,
                        ArtifactPath.ofLocation(model.location()).orElse(null)));
    }

    private Outcome<Resolved> fromVersion(NewVersion version, String name, int number) {
        Optional<ModelVersion> original = models.find(name).flatMap(model -> versions.find(model.id(), number));
        return Outcome.of(original, Refusal.unknown("registry.version.unknown", "name", name, "version", number))
                .map(from -> new Resolved(
                        from.storageLocation(),
                        version.runId() == null ? from.runId() : version.runId(),
                        from.loggedModelId(),
                        owners.of(from.storageLocation()).ownFolder()));
    }

    private Outcome<Resolved> fromLocation(NewVersion version) {
        String source = version.source();
        Matcher scheme = SCHEME.matcher(source);
        // One letter is a drive of Windows.
        if (!scheme.matches()
                || scheme.group(1).length() == 1
                || scheme.group(1).equalsIgnoreCase("file")) {
            return Outcome.refused(Refusal.invalid("source.local", "source", source));
        }
        if (scheme.group(1).equalsIgnoreCase("models")) {
            return Outcome.refused(Refusal.invalid("source.unresolved", "source", source));
        }
        if (scheme.group(1).equalsIgnoreCase("http") || scheme.group(1).equalsIgnoreCase("https")) {
            return Outcome.refused(Refusal.invalid("source.host", "source", source));
        }
        if (scheme.group(1).equalsIgnoreCase("runs")) {
            return fromRun(version);
        }
        boolean ours = scheme.group(1).equalsIgnoreCase("mlflow-artifacts");
        Optional<ArtifactPath> path = ArtifactPath.ofLocation(source);
        if (ours ? path.isEmpty() || path.get().isRoot() : unsafe(source)) {
            return Outcome.refused(Refusal.invalid("source.unsafe", "source", source));
        }
        String location = path.map(ArtifactPath::location).orElse(source);
        FileOwners.Owner owner = owners.of(location);
        String loggedModelId = version.loggedModelId();
        if (loggedModelId == null) {
            return !Objects.equals(version.runId(), owner.runId()) && ofAnotherRun(version, path)
                    ? foreign(version, "run " + version.runId())
                    : Outcome.done(new Resolved(
                            location,
                            version.runId() == null ? owner.runId() : version.runId(),
                            owner.loggedModelId(),
                            owner.ownFolder()));
        }
        return loggedModel(loggedModelId)
                .then(model -> location.equals(model.location()) || location.startsWith(model.location() + "/")
                        ? Outcome.done(new Resolved(
                                location,
                                version.runId() == null ? model.sourceRunId() : version.runId(),
                                loggedModelId,
                                path.orElse(null)))
                        : foreign(version, "logged model " + loggedModelId));
    }

    /** A source that names a run is kept as it is, as MLflow does, but only where the version is said to come from that run. */
    private Outcome<Resolved> fromRun(NewVersion version) {
        Matcher run = RUN.matcher(version.source());
        if (!run.matches() || !run.group(1).equals(version.runId())) {
            return foreign(version, "run " + version.runId());
        }
        String loggedModelId = version.loggedModelId();
        Outcome<Resolved> kept = Outcome.done(new Resolved(version.source(), version.runId(), loggedModelId, null));
        return loggedModelId == null
                ? kept
                : loggedModel(loggedModelId)
                        .then(model -> run.group(1).equals(model.sourceRunId())
                                ? kept
                                : foreign(version, "logged model " + loggedModelId));
    }

    /** Whether a run is claimed for files that are not its own, or that is not there: whoever trained it would answer for them. */
    private boolean ofAnotherRun(NewVersion version, Optional<ArtifactPath> path) {
        if (path.isEmpty() || version.runId() == null) {
            return false;
        }
        List<Optional<ArtifactPath>> folders = jdbc.sql("""
                select artifact_uri from run where id = ?
                union all select location from logged_model where source_run_id = ?""")
                .params(version.runId(), version.runId())
                .query((row, index) -> ArtifactPath.ofLocation(row.getString(1)))
                .list();
        return folders.stream().flatMap(Optional::stream).noneMatch(path.get()::isWithin);
    }

    private Outcome<LoggedModel> loggedModel(String id) {
        return Outcome.of(loggedModels.known(id), Refusal.unknown("logged.model.unknown", "id", id));
    }

    private static Outcome<Resolved> foreign(NewVersion version, String owner) {
        return Outcome.refused(Refusal.invalid("source.foreign.owner", "source", version.source(), "owner", owner));
    }

    /** Whether a location elsewhere climbs, hides a character, or means something else once decoded. */
    private static boolean unsafe(String source) {
        String text = source;
        for (int i = 0; i < MOST_DECODINGS; i++) {
            String path = text.replaceFirst("[?#].*$", "");
            boolean climbs = (path + "/").replace('\\', '/').contains("/../") || path.contains("/./");
            if (climbs || text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
                return true;
            }
            String escaped = text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B");
            String decoded = URLDecoder.decode(escaped, StandardCharsets.UTF_8);
            if (decoded.equals(text)) {
                return false;
            }
            text = decoded;
        }
        return true;
    }
}
