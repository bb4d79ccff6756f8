package io.gatehouse.artifacts;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of runs and models. Bytes arrive in quarantine, outside any transaction; one transaction then gives them their path. A crash
 * leaves bytes that nothing refers to, which the sweep takes, and never half a file.
 */
@Component
public class ArtifactStore {
    private final ArtifactTable table;
    private final BlobStore blobs;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ArtifactStore(ArtifactTable table, BlobStore blobs, AuditTrail audit, TransactionTemplate transaction) {
        this.table = table;
        this.blobs = blobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Takes in a file, replacing what lay at the path. Not to be called inside a transaction, which would last as long as the upload.
     *
     * @param expectedSize bytes that the sender announced, if it did
     * @return INVALID if the upload was cut off or a directory (or a file) is in the way, PROTECTED if the place is frozen
     * @throws UncheckedIOException if this store cannot keep the bytes
     */
    public Outcome<Artifact> write(Actor actor, ArtifactPath path, InputStream bytes, OptionalLong expectedSize) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        Optional<Refusal> early = transaction.execute(status -> obstacle(actor, path));
        if (early != null && early.isPresent()) {
            return Outcome.refused(early.get());
        }
        try {
            return switch (blobs.receive(bytes)) {
                case BlobStore.Receipt.CutOff(long received) -> cutOff(path, received, expectedSize);
                case BlobStore.Receipt.Whole(BlobStore.Quarantined upload) -> keep(actor, path, upload, expectedSize);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException("The artifact store cannot keep " + path, failure);
        }
    }

    private Outcome<Artifact> keep(
            Actor actor, ArtifactPath path, BlobStore.Quarantined upload, OptionalLong expectedSize)
            throws IOException {
        try {
            if (expectedSize.isPresent() && expectedSize.getAsLong() != upload.size()) {
                return cutOff(path, upload.size(), expectedSize);
            }
            while (true) {
                boolean young = blobs.commit(upload);
                Optional<Outcome<Artifact>> kept = transaction.execute(status -> place(actor, path, upload, young));
                if (kept == null) {
                    throw new IllegalStateException("The transaction gave nothing back");
                }
                if (kept.isPresent()) {
                    return kept.get();
                }
            }
        } finally {
            blobs.discard(upload);
        }
    }

    /**
     * Gives bytes their path. Sweeps wait for the lock too, so that what is here then stays.
     *
     * @param young whether they are, so that no sweep can have taken them since
     * @return empty if a sweep took them
     */
    private Optional<Outcome<Artifact>> place(
            Actor actor, ArtifactPath path, BlobStore.Quarantined upload, boolean young) {
        table.lock(path);
        Optional<Refusal> obstacle = obstacle(actor, path);
        if (obstacle.isPresent()) {
            return Optional.of(Outcome.refused(obstacle.get()));
        }
        if (!young && !held(upload.sha256())) {
            return Optional.empty();
        }
        table.put(actor, path, upload.sha256(), upload.size());
        return Optional.of(Outcome.of(table.find(path), Refusal.unknown("artifact.unknown", "path", path.value())));
    }

    private boolean held(String sha256) {
        try {
            return blobs.holds(sha256);
        } catch (IOException failure) {
            throw new UncheckedIOException("The artifact store does not say whether it holds " + sha256, failure);
        }
    }

    /** Why no file could be written there now, for whoever wants to know before the bytes come; that its place is frozen goes on record. */
    @Transactional
    public Optional<Refusal> objection(Actor actor, ArtifactPath path) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        return obstacle(actor, path);
    }

    /** Why no file can be written there; that its place is frozen goes on record. */
    private Optional<Refusal> obstacle(Actor actor, ArtifactPath path) {
        Optional<String> frozen = table.frozenAt(path);
        if (frozen.isPresent()) {
            return Optional.of(frozen(actor, path, frozen.get(), "artifacts.write_refused"));
        }
        if (table.isDirectory(path)) {
            return Optional.of(Refusal.invalid("artifact.directory.in.the.way", "path", path.value()));
        }
        for (ArtifactPath above = path.parent(); !above.isRoot(); above = above.parent()) {
            if (table.find(above).isPresent()) {
                return Optional.of(
                        Refusal.invalid("artifact.file.in.the.way", "path", path.value(), "file", above.value()));
            }
        }
        return Optional.empty();
    }

    /** Less arrived than was announced, or nobody knows how much is missing. */
    static <T> Outcome<T> cutOff(ArtifactPath path, long received, OptionalLong expected) {
        String announced = expected.isPresent() ? Long.toString(expected.getAsLong()) : "an unknown number of";
        return Outcome.refused(
                Refusal.invalid("artifact.cut.off", "path", path.value(), "received", received, "expected", announced));
    }

    /** Gives bytes that are already here a second path, past any freeze: how evidence is kept. Joins the transaction of the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Artifact copy(Actor actor, Artifact source, ArtifactPath target) {
        table.lock(source.path(), target);
        // While the source still has its row, no sweep takes the bytes; its folder stays locked until the copy is
        // committed.
        boolean there = table.find(source.path())
                .filter(now -> now.sha256().equals(source.sha256()))
                .isPresent();
        if (!there) {
            throw new IllegalStateException(source.path() + " was changed while it was copied");
        }
        Optional<Artifact> kept = table.find(target).filter(now -> now.sha256().equals(source.sha256()));
        if (kept.isPresent()) {
            return kept.get();
        }
        table.put(actor, target, source.sha256(), source.size());
        return table.find(target).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Artifact> find(Actor actor, ArtifactPath path) {
        Permissions.require(actor, Action.READ_TRACKING);
        return table.find(path);
    }

    /** What lies directly in a directory, by name; empty if it is none. */
    @Transactional(readOnly = true)
    public List<ArtifactEntry> list(Actor actor, ArtifactPath directory) {
        Permissions.require(actor, Action.READ_TRACKING);
        List<ArtifactEntry> entries = new ArrayList<>();
        table.directoriesIn(directory).forEach(name -> entries.add(new ArtifactEntry(name, null)));
        table.filesIn(directory)
                .forEach(file -> entries.add(new ArtifactEntry(file.path().name(), file.size())));
        entries.sort(java.util.Comparator.comparing(ArtifactEntry::name));
        return entries;
    }

    /** Every file in a directory and below it, by path. */
    @Transactional(readOnly = true)
    public List<Artifact> filesBelow(Actor actor, ArtifactPath directory) {
        Permissions.require(actor, Action.READ_TRACKING);
        return table.filesBelow(directory);
    }

    /** @throws UncheckedIOException if the bytes are missing or unreadable */
    public InputStream open(Artifact artifact) {
        return open(artifact, 0, artifact.size());
    }

    /**
     * Some of the bytes.
     *
     * @param from number of the first one, from 0
     * @throws UncheckedIOException if they are missing or unreadable
     */
    public InputStream open(Artifact artifact, long from, long length) {
        try {
            return blobs.open(artifact.sha256(), from, length);
        } catch (IOException failure) {
            throw new UncheckedIOException("The bytes of " + artifact.path() + " cannot be read", failure);
        }
    }

    /**
     * The bytes as a file, for engines that read files. It has no extension and must not be written to;
     * it may go after an hour.
     *
     * @throws UncheckedIOException if the bytes are missing or unreadable
     */
    public Path localFile(Artifact artifact) {
        try {
            return blobs.file(artifact.sha256());
        } catch (IOException failure) {
            throw new UncheckedIOException("The bytes of " + artifact.path() + " cannot be read", failure);
        }
    }

    /**
     * The bytes as a file, if they are kept as one on this machine anyway.
     *
     * @throws UncheckedIOException if they are missing
     */
    public Optional<Path> nearFile(Artifact artifact) {
        try {
            return blobs.nearFile(artifact.sha256());
        } catch (IOException failure) {
            throw new UncheckedIOException("The bytes of " + artifact.path() + " cannot be read", failure);
        }
    }

    /**
     * Deletes a file, or a directory with all that is below it; what is not there is deleted already.
     *
     * @return how many files went; PROTECTED if any of them is frozen, and then none goes
     */
    @Transactional
    public Outcome<Integer> delete(Actor actor, ArtifactPath path) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        table.lock(path);
        Optional<String> frozen = path.isRoot()
                ? Optional.of("it is the whole store")
                : table.frozenAt(path).or(() -> table.frozenBelow(path));
        if (frozen.isPresent()) {
            return Outcome.refused(frozen(actor, path, frozen.get(), "artifacts.delete_refused"));
        }
        int deleted = table.delete(path);
        if (deleted > 0) {
            audit.append(actor, "artifacts.deleted", object(path), Map.of("files", deleted));
        }
        return Outcome.done(deleted);
    }

    /** Whether any file in a folder or below it, or the folder itself, stays as it is for good. */
    @Transactional(readOnly = true)
    public boolean holdsFrozen(ArtifactPath folder) {
        return folder.isRoot()
                || table.frozenAt(folder).isPresent()
                || table.frozenBelow(folder).isPresent();
    }

    /** Every file in a folder and below it, for the house itself. */
    @Transactional(readOnly = true)
    public List<Artifact> inventory(ArtifactPath folder) {
        return table.filesBelow(folder);
    }

    /** Every file in each of some hundred folders at most, and below it; a folder without any is left out. */
    @Transactional(readOnly = true)
    public Map<ArtifactPath, List<Artifact>> inventories(List<ArtifactPath> folders) {
        return table.filesBelow(folders);
    }

    /** What is frozen, as paths in one set, for who looks at many folders at once. */
    @Transactional(readOnly = true)
    public PathSet allFrozen() {
        return new PathSet(table.frozen());
    }

    /** How many paths, or records of other rooms, have these bytes, by their digests; those that none has are left out. */
    @Transactional(readOnly = true)
    public Map<String, Long> paths(Collection<String> hashes) {
        return table.paths(hashes);
    }

    /**
     * Takes the files of a folder away, as part of what the caller does and puts on record.
     *
     * @return how many went; PROTECTED if any of them is frozen, and then none goes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Integer> discard(ArtifactPath folder) {
        table.lock(folder);
        if (holdsFrozen(folder)) {
            return Outcome.refused(
                    Refusal.forbidden("artifact.frozen", "path", folder.value(), "reason", "files below it are kept"));
        }
        return Outcome.done(table.delete(folder));
    }

    private Refusal frozen(Actor actor, ArtifactPath path, String reason, String action) {
        Refusal refusal = Refusal.forbidden("artifact.frozen", "path", path.value(), "reason", reason);
        audit.append(
                actor, action, object(path), Map.of("code", refusal.sentence().code()));
        return refusal;
    }

    /** Whether the files of a folder stay as they are for good. */
    @Transactional(readOnly = true)
    public boolean frozen(ArtifactPath folder) {
        return table.frozenAt(folder).isPresent();
    }

    /**
     * Makes a folder unchangeable for good.
     *
     * @param reason completes “cannot be changed: …”; at most 400 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(ArtifactPath folder, String reason) {
        // Nothing thaws: of a folder that is frozen already there is nobody to wait for.
        if (table.frozenAt(folder).isEmpty()) {
            table.lock(folder);
            table.freeze(folder, reason);
        }
    }

    private static String object(ArtifactPath path) {
        String object = "artifacts/" + path.value();
        return object.length() <= 600 ? object : object.substring(0, 600);
    }
}
