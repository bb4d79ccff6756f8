package io.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignedCheckpointTest {
    private final KeyPair keys = newKeys();
    private final SignedCheckpoint checkpoint = SignedCheckpoint.sign(
            3,
            812,
            "a".repeat(64),
            Instant.parse("2026-03-14T10:00:00Z"),
            Pem.sha256(keys.getPublic()),
            keys.getPrivate());

    @Test
    void aCheckpointReadsBackAsItWasSigned() {
        SignedCheckpoint read = SignedCheckpoint.read(checkpoint.text()).orElseThrow();

        assertThat(read).isEqualTo(checkpoint);
        assertThat(read.isSignedBy(keys.getPublic())).isTrue();
    }

    @Test
    void layingItOutForPeopleDoesNotBreakTheSignature() {
        String laidOut = checkpoint.text().replace(",", ",\n  ").replace("{", "{ ");

        assertThat(SignedCheckpoint.read(laidOut).orElseThrow().isSignedBy(keys.getPublic()))
                .isTrue();
    }

    @Test
    void anythingElseSignedIsNotGenuine() {
        String forged = checkpoint.text().replace("812", "700");

        assertThat(SignedCheckpoint.read(forged).orElseThrow().isSignedBy(keys.getPublic()))
                .isFalse();
        assertThat(checkpoint.isSignedBy(newKeys().getPublic())).isFalse();
    }

    @Test
    void whatIsNoCheckpointIsNotRead() {
        assertThat(SignedCheckpoint.read("")).isEmpty();
        assertThat(SignedCheckpoint.read("null")).isEmpty();
        assertThat(SignedCheckpoint.read("{\"checkpoint\":{},\"signature\":\"\"}"))
                .isEmpty();
        assertThat(SignedCheckpoint.read(checkpoint.text().replace("2026-03-14", "yesterday")))
                .isEmpty();
    }

    @Test
    void keysReadBackFromPem() {
        assertThat(Pem.publicKey(Pem.of(keys.getPublic()))).contains(keys.getPublic());
        assertThat(Pem.privateKey(Pem.of(keys.getPrivate()))).contains(keys.getPrivate());
        assertThat(Pem.publicKey("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isEmpty();
        assertThat(Pem.publicKey("no key")).isEmpty();
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
