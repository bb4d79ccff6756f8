package io.gatehouse.artifacts;

import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Files that come in parts, in any order and several at once. The parts lie beside the store, in a folder of their own, until they are put
 * together and go in as one file does; so they work over any store, and hold twice the file's size on disk for that moment.
 */
@Component
public class UploadsInParts {
    /** As many as S3 takes. */
    public static final int MOST_PARTS = 10_000;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String ABOUT = "about";

    private final Path root;
    private final CompletedUploads completed;
    private final ArtifactStore store;
    private final Ids ids;
    /** Uploads that are being put together. */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    UploadsInParts(@Value("${gatehouse.data:data}") Path data, ArtifactStore store, Ids ids) throws IOException {
        this.root = Files.createDirectories(data.toAbsolutePath().resolve("parts"));
        this.completed = new CompletedUploads(root);
        this.store = store;
        this.ids = ids;
    }

    /**
     * @param id of the upload
     * @param secret that whoever sends a part shows; nothing else is asked of them
     */
    public record Begun(String id, String secret) {}

    /** @param sha256 of its bytes */
    public record Part(int number, String sha256) {}

    /** @param about path, number of parts, and digest of the secret, one a line */
    private record Upload(Path folder, List<String> about) {
        ArtifactPath path() {
            return new ArtifactPath(about.get(0));
        }

        int parts() {
            return Integer.parseInt(about.get(1));
        }

        boolean isOpenedBy(String secret) {
            return MessageDigest.isEqual(bytes(about.get(2)), bytes(Digests.sha256(secret)));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * Announces a file.
     *
     * @return INVALID if something is in the way or there are no parts or too many, PROTECTED if the place is frozen
     */
    public Outcome<Begun> begin(Actor actor, ArtifactPath path, int parts) {
        Optional<Refusal> objection = store.objection(actor, path);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        if (parts < 1 || parts > MOST_PARTS) {
            return Outcome.refused(
                    Refusal.invalid("artifact.parts.number", "path", path.value(), "parts", parts, "most", MOST_PARTS));
        }
        Begun begun = new Begun(ids.hex32(), ids.hex32() + ids.hex32());
        try {
            Path folder = Files.createDirectory(root.resolve(begun.id));
            Files.write(
                    folder.resolve(ABOUT),
                    List.of(path.value(), Integer.toString(parts), Digests.sha256(begun.secret)),
                    StandardCharsets.UTF_8);
            return Outcome.done(begun);
        } catch (IOException failure) {
            throw new UncheckedIOException("The artifact store cannot begin " + path, failure);
        }
    }

    /** Whether a secret opens an upload; there is none under a wrong id. */
    public boolean opens(String id, String secret) {
        return find(id).filter(upload -> upload.isOpenedBy(secret)).isPresent();
    }

    /**
     * Takes in one part; the same number again replaces it.
     *
     * @return SHA-256 of its bytes
     */
    public Outcome<String> take(String id, int number, InputStream bytes, OptionalLong expectedSize) {
        Optional<Upload> found = find(id).filter(upload -> number >= 1 && number <= upload.parts());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.unknown("artifact.parts.unknown", "id", id));
        }
        Path folder = found.get().folder;
        try {
            return switch (Quarantine.ofFilesThatStay(folder, ids).receive(bytes)) {
                case BlobStore.Receipt.Whole(Quarantine.Upload part)
                when expectedSize.isEmpty() || expectedSize.getAsLong() == part.size() -> {
                    PartsFolder.keep(folder, number, part);
                    yield Outcome.done(part.sha256());
                }
                case BlobStore.Receipt.Whole(BlobStore.Quarantined part) -> {
                    Quarantine.discard(part);
                    yield ArtifactStore.cutOff(found.get().path(), part.size(), expectedSize);
                }
                case BlobStore.Receipt.CutOff(long received) ->
                    ArtifactStore.cutOff(found.get().path(), received, expectedSize);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The artifact store cannot keep a part of " + found.get().path(), failure);
        }
    }

    /** Bytes that the parts of an upload have so far. */
    public long size(String id) {
        return find(id).map(upload -> PartsFolder.of(upload.folder).size()).orElse(0L);
    }

    /**
     * Puts the file together and gives it its path.
     *
     * @param parts as they were acknowledged, in order
     * @return the file, also if it was put together of the same parts before; UNKNOWN if there is no such upload for that path; INVALID if a part is missing or is not what was acknowledged
     */
    public Outcome<Artifact> complete(Actor actor, ArtifactPath path, String id, List<Part> parts) {
        Optional<Refusal> objection = store.objection(actor, path);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Optional<Upload> found = find(id).filter(upload -> upload.path().equals(path));
        if (found.isEmpty() && completed.knows(id, path, parts)) {
            // Who did not hear the answer asks once more.
            return Outcome.of(store.find(actor, path), Refusal.unknown("artifact.parts.unknown", "id", id));
        }
        if (found.isEmpty() || !busy.add(id)) {
            return Outcome.refused(Refusal.unknown("artifact.parts.unknown", "id", id));
        }
        try {
            Upload upload = found.get();
            PartsFolder here = PartsFolder.of(upload.folder);
            OptionalInt missing = here.firstMissing(upload.parts(), parts);
            if (missing.isPresent()) {
                return Outcome.refused(missing(upload, missing.getAsInt()));
            }
            try (InputStream joined = here.joined()) {
                Outcome<Artifact> kept = store.write(actor, path, joined, OptionalLong.of(here.size()));
                if (kept instanceof Outcome.Done) {
                    completed.remember(id, path, parts);
                    FileSystemUtils.deleteRecursively(upload.folder);
                }
                return kept;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The artifact store cannot put " + path + " together", failure);
        } finally {
            busy.remove(id);
        }
    }

    private static Refusal missing(Upload upload, int number) {
        return Refusal.invalid(
                "artifact.parts.missing", "path", upload.path().value(), "number", number, "parts", upload.parts());
    }

    /**
     * Forgets an upload; one that is not there is forgotten already.
     *
     * @return PROTECTED if the place is frozen
     */
    public Outcome<Boolean> abort(Actor actor, ArtifactPath path, String id) {
        Optional<Refusal> objection = store.objection(actor, path);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Optional<Upload> found = find(id).filter(upload -> upload.path().equals(path));
        if (found.isEmpty() || !busy.add(id)) {
            return Outcome.done(false);
        }
        try {
            return Outcome.done(FileSystemUtils.deleteRecursively(found.get().folder));
        } catch (IOException failure) {
            throw new UncheckedIOException("The artifact store cannot forget " + path, failure);
        } finally {
            busy.remove(id);
        }
    }

    /** Uploads that nobody sent anything for since a moment. */
    private List<Path> old(Instant before) throws IOException {
        List<Path> old = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                if (Files.isDirectory(folder)
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
                    old.add(folder);
                }
            }
        }
        return old;
    }

    int older(Instant before) throws IOException {
        return old(before).size();
    }

    /** Forgets those. @return how many */
    int clear(Instant before) throws IOException {
        completed.forget(before);
        int cleared = 0;
        for (Path folder : old(before)) {
            cleared += FileSystemUtils.deleteRecursively(folder) ? 1 : 0;
        }
        return cleared;
    }

    private Optional<Upload> find(String id) {
        if (!ID.matcher(id).matches()) {
            // Not even a path can be made of some.
            return Optional.empty();
        }
        Path about = root.resolve(id).resolve(ABOUT);
        if (!Files.isRegularFile(about)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Upload(root.resolve(id), Files.readAllLines(about, StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException("The upload " + id + " cannot be read", failure);
        }
    }
}
