package io.gatehouse.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Secrets as the database holds them: sealed with AES-256 in GCM, by a key that is not in the database. It is that of {@code
 * gatehouse.webhooks.key-file}, which several portals over one database share, else one of its own in the data folder, made when the first
 * secret is kept.
 */
@Component
class WebhookSecrets {
    private static final String FILE = "webhook-secrets.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final boolean own;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(@Value("${gatehouse.data}") Path data, @Value("${gatehouse.webhooks.key-file:}") String configured) {
        this.own = configured.isBlank();
        this.file = own ? data.toAbsolutePath().resolve(FILE) : Path.of(configured);
    }

    /** Nonce and sealed text, in Base64. */
    String seal(String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /** @throws IllegalStateException if it was sealed with another key */
    String open(String sealed) {
        byte[] both = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        return new String(
                cipher(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(both, NONCE_BYTES, both.length)),
                StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException otherKey) {
            throw new IllegalStateException(
                    "The secret of a webhook was not sealed with the key in " + file
                            + ": bring that file back, or give the webhook its secret again",
                    otherKey);
        }
    }

    private byte[] key() {
        try {
            if (own && !Files.exists(file)) {
                make();
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("The key file " + file + " must hold " + KEY_BYTES
                        + " bytes, such as those of: head -c 32 /dev/urandom");
            }
            return key;
        } catch (IOException failure) {
            throw new UncheckedIOException("The key file " + file + " cannot be read", failure);
        }
    }

    /** Whole under its name, or not there; of two that make it at once, one does. */
    private void make() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Files.createDirectories(file.getParent());
        Path half = Files.createTempFile(file.getParent(), FILE, ".new");
        if (Files.getFileStore(half).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(half, key);
        try {
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException other) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
