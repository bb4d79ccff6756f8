package io.gatehouse.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the chain was at a moment, signed with Ed25519 (RFC 8032), so that whoever keeps it can later tell whether the log still says so.
 * Written as <code>{"checkpoint":{…},"signature":"…"}</code> in RFC 8785's form; signed are the bytes of the inner object.
 *
 * @param number counted from 1
 * @param seq number of the last event then
 * @param hash of that event
 * @param at when it was signed
 * @param keySha256 SHA-256 of the public key's DER form, to know which key to ask for
 * @param signature in Base64
 */
public record SignedCheckpoint(long number, long seq, String hash, Instant at, String keySha256, String signature) {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Signs what the chain is. @throws IllegalArgumentException if the key cannot sign */
    public static SignedCheckpoint sign(
            long number, long seq, String hash, Instant at, String keySha256, PrivateKey key) {
        SignedCheckpoint unsigned = new SignedCheckpoint(number, seq, hash, at, keySha256, "");
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(unsigned.signed());
            String signature = Base64.getEncoder().encodeToString(signer.sign());
            return new SignedCheckpoint(number, seq, hash, at, keySha256, signature);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("The key cannot sign with Ed25519", unfit);
        }
    }

    /** Empty if the text is no checkpoint. Blanks between its words do not matter. */
    public static Optional<SignedCheckpoint> read(String text) {
        try {
            Map<String, Object> whole = JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
            if (whole == null
                    || !(whole.get("checkpoint") instanceof Map<?, ?> inner)
                    || !(whole.get("signature") instanceof String signature)
                    || !(inner.get("number") instanceof Number number)
                    || !(inner.get("seq") instanceof Number seq)
                    || !(inner.get("hash") instanceof String hash)
                    || !(inner.get("at") instanceof String at)
                    || !(inner.get("key") instanceof String key)
                    || !Integer.valueOf(SCHEMA_VERSION).equals(inner.get("v"))) {
                return Optional.empty();
            }
            return Optional.of(
                    new SignedCheckpoint(number.longValue(), seq.longValue(), hash, Instant.parse(at), key, signature));
        } catch (JacksonException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the owner of the key signed exactly this. */
    public boolean isSignedBy(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed());
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unfit) {
            return false;
        }
    }

    public ChainMark mark() {
        return new ChainMark(number, seq, hash);
    }

    /** One line, without its line feed. */
    public String text() {
        return CanonicalJson.write(Map.of("checkpoint", content(), "signature", signature));
    }

    private byte[] signed() {
        return CanonicalJson.write(content()).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>();
        content.put("v", SCHEMA_VERSION);
        content.put("number", number);
        content.put("seq", seq);
        content.put("hash", hash);
        content.put("at", at.toString());
        content.put("key", keySha256);
        return content;
    }
}
