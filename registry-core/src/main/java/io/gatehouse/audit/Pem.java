package io.gatehouse.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ed25519 keys as PEM text (RFC 7468), as OpenSSL writes and reads them. */
public final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    public static String of(PublicKey key) {
        return write("PUBLIC KEY", key.getEncoded());
    }

    public static String of(PrivateKey key) {
        return write("PRIVATE KEY", key.getEncoded());
    }

    /** Empty if the text holds no public key for Ed25519. */
    public static Optional<PublicKey> publicKey(String text) {
        return body("PUBLIC KEY", text).flatMap(der -> {
            try {
                return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException unfit) {
                return Optional.empty();
            }
        });
    }

    /** Empty if the text holds no private key for Ed25519. */
    public static Optional<PrivateKey> privateKey(String text) {
        return body("PRIVATE KEY", text).flatMap(der -> {
            try {
                return Optional.of(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
            } catch (GeneralSecurityException unfit) {
                return Optional.empty();
            }
        });
    }

    /** Names a key: SHA-256 of its DER form, 64 lower-case hex digits. */
    public static String sha256(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static String write(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }

    private static Optional<byte[]> body(String kind, String text) {
        Matcher block = Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----")
                .matcher(text);
        try {
            return block.find() ? Optional.of(Base64.getMimeDecoder().decode(block.group(1))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
