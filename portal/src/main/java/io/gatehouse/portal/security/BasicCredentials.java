package io.gatehouse.portal.security;

import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Verifies user name and password. A verified pair is remembered for a few minutes, because a password hash is slow on purpose and a
 * training script makes hundreds of calls. The memory is keyed by a keyed hash over name, password and stored hash: it holds no
 * password, and a changed password or a deactivated person finds nothing there.
 */
@Component
class BasicCredentials {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 1_000;

    private final People people;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final SignInThrottle throttle;
    private final SecretKeySpec key;
    private final String nobodysHash;
    private final Map<String, Instant> verified = new ConcurrentHashMap<>();

    BasicCredentials(People people, PasswordEncoder passwords, Clock clock, SignInThrottle throttle) {
        this.people = people;
        this.passwords = passwords;
        this.clock = clock;
        this.throttle = throttle;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.nobodysHash = String.valueOf(passwords.encode("nobody"));
    }

    /** What a name and a password came to. */
    sealed interface Verdict {
        record Known(Person person) implements Verdict {}

        /** Somebody tried a password by which this person does not come in. */
        record Wrong(Person person) implements Verdict {}

        /** Nobody has that name, or it has to wait at the address that it comes from. */
        record Nobody() implements Verdict {}
    }

    Verdict verify(String username, String password, String address) {
        Optional<String> stored = people.passwordHash(username);
        if (stored.isEmpty()) {
            if (throttle.mustWait(username, address)) {
                return new Verdict.Nobody();
            }
            // As slow as for a known name, so that the time does not tell which names exist.
            passwords.matches(password, nobodysHash);
            return wrong(username, address);
        }
        String fingerprint = fingerprint(username, password, stored.get());
        Instant now = clock.instant();
        Instant until = verified.get(fingerprint);
        if (until == null || until.isBefore(now) || until.isAfter(now.plus(REMEMBERED))) {
            if (throttle.mustWait(username, address)) {
                return new Verdict.Nobody();
            }
            if (!passwords.matches(password, stored.get())) {
                return wrong(username, address);
            }
            throttle.succeeded(username, address);
            remember(fingerprint, now);
        }
        return people.byUsername(username)
                .filter(Person::active)
                .<Verdict>map(Verdict.Known::new)
                .orElseGet(Verdict.Nobody::new);
    }

    private Verdict wrong(String username, String address) {
        throttle.failed(username, address);
        return people.byUsername(username).<Verdict>map(Verdict.Wrong::new).orElseGet(Verdict.Nobody::new);
    }

    private void remember(String fingerprint, Instant now) {
        if (verified.size() >= MOST_REMEMBERED) {
            verified.clear();
        }
        verified.put(fingerprint, now.plus(REMEMBERED));
    }

    private String fingerprint(String username, String password, String storedHash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            // Lengths first, so that no two different triples make the same bytes.
            mac.update((username.length() + ":" + password.length() + ":" + username + password + storedHash)
                    .getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
