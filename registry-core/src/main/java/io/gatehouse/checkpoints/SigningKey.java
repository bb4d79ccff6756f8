package io.gatehouse.checkpoints;

import io.gatehouse.audit.Pem;
import io.gatehouse.audit.SignedCheckpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that checkpoints are signed with: that of {@code gatehouse.audit.signing-key}, else one of its own in the data folder, made at
 * the first start. The file holds the private and the public key in PEM, and only its owner reads it.
 */
@Component
class SigningKey {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
    private static final String FILE = "audit-signing-key.pem";
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    SigningKey(@Value("${gatehouse.data}") Path data, @Value("${gatehouse.audit.signing-key:}") String configured)
            throws IOException {
        Path file = configured.isBlank() ? data.toAbsolutePath().resolve(FILE) : Path.of(configured);
        if (configured.isBlank() && !Files.exists(file)) {
            make(file);
        }
        if (!Files.isReadable(file)) {
            throw unfit(file, "it cannot be read");
        }
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        this.privateKey = Pem.privateKey(pem).orElseThrow(() -> unfit(file, "it holds no private key for Ed25519"));
        this.publicKey =
                Pem.publicKey(pem).orElseThrow(() -> unfit(file, "it holds no public key beside the private one"));
        if (!sign(0, 0, "", Instant.EPOCH).isSignedBy(publicKey)) {
            throw unfit(file, "its public key does not belong to its private key");
        }
        warnIfOthersRead(file);
    }

    SignedCheckpoint sign(long number, long seq, String hash, Instant at) {
        return SignedCheckpoint.sign(number, seq, hash, at, Pem.sha256(publicKey), privateKey);
    }

    PublicKey publicKey() {
        return publicKey;
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path half = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(half);
        if (posix(file)) {
            Files.createFile(half, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        }
        Files.writeString(half, newKey(), StandardCharsets.US_ASCII);
        // A crash in between leaves no half key.
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String newKey() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return Pem.of(keys.getPrivate()) + Pem.of(keys.getPublic());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform of version 15 or newer has Ed25519", impossible);
        }
    }

    private static void warnIfOthersRead(Path file) throws IOException {
        if (posix(file) && !OWNER_ALONE.containsAll(Files.getPosixFilePermissions(file))) {
            LOG.warn("Others than its owner may read {}, with which checkpoints of the audit log are signed", file);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static IllegalStateException unfit(Path file, String why) {
        return new IllegalStateException("Checkpoints of the audit log cannot be signed with " + file + ": " + why
                + ". Correct gatehouse.audit.signing-key, or bring the file back from a backup.");
    }
}
