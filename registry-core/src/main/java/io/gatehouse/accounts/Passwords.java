package io.gatehouse.accounts;

import static io.gatehouse.accounts.AccountOutcome.refused;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.people.Actor;
import io.gatehouse.people.PasswordDoor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people sign in with. Asked for are length and that it is not among those that are tried first (NIST SP 800-63B-4, 3.1.1.2); no kinds
 * of letters and no renewal by date, which make passwords worse.
 */
@Component
public class Passwords {
    public static final int SHORTEST = 15;

    /** In bytes of UTF-8: bcrypt looks at no more. */
    public static final int LONGEST = 72;

    /** Of zxcvbn's 0 to 4: ten thousand million guesses. Three would let a name, a dash and “password1” through. */
    private static final int STRONG = 4;

    /** Letters that are measured: more of them take long to measure and make a password no worse. */
    private static final int MEASURED = 40;

    private final JdbcClient jdbc;
    private final People people;
    private final AccountLocks locks;
    private final PasswordEncoder encoder;
    private final PasswordDoor door;
    private final AuditTrail audit;

    Passwords(
            JdbcClient jdbc,
            People people,
            AccountLocks locks,
            PasswordEncoder encoder,
            PasswordDoor door,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.locks = locks;
        this.encoder = encoder;
        this.door = door;
        this.audit = audit;
    }

    /**
     * Sets one's own password. All one's sessions end with it but the one that asks, which goes on in the round after its own.
     *
     * @param round of the session that asks; refused if that is over by now
     * @param current the password that holds; wrong ones are to be counted by the caller
     */
    @Transactional
    public AccountOutcome change(Actor actor, int round, String current, String wanted) {
        Person person = actor.person();
        if (!door.isOpen()) {
            return shut();
        }
        if (!is(person, current)) {
            return refused("WRONG_PASSWORD", "current", "account.password.wrong");
        }
        Optional<AccountOutcome.Refused> unfit = unfit(person, wanted);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (current.equals(wanted)) {
            return refused("SAME_PASSWORD", "password", "account.password.same");
        }
        String hash = hash(wanted);
        if (!locks.holdIn(person, round)) {
            return over();
        }
        set(person, hash);
        audit.append(actor, "person.password_chosen", "person/" + person.id(), Map.of("with", "the one before"));
        return new AccountOutcome.Done(person);
    }

    /**
     * Ends all sessions of one's own but the one that asks, which goes on in the round after its own, and the links that wait for one.
     *
     * @param round of the session that asks; refused if that is over by now
     */
    @Transactional
    public AccountOutcome endSessions(Actor actor, int round) {
        Person person = actor.person();
        if (!locks.holdIn(person, round)) {
            return over();
        }
        locks.endLinksFor(person.id());
        locks.endSessionsOf(person.id());
        audit.append(actor, "person.sessions_ended", "person/" + person.id(), Map.of());
        return new AccountOutcome.Done(person);
    }

    /** Whether this is somebody's password; wrong ones are to be counted by the caller. */
    @Transactional(readOnly = true)
    public boolean is(Person person, String password) {
        return people.passwordHash(person.username())
                .filter(hash -> encoder.matches(password, hash))
                .isPresent();
    }

    /** Whether somebody has one that opens; who has none signs in through a provider, or not yet. */
    @Transactional(readOnly = true)
    public boolean has(Person person) {
        return people.passwordHash(person.username()).isPresent();
    }

    private static AccountOutcome.Refused over() {
        return refused("SESSION_OVER", "", "account.session.over");
    }

    private static AccountOutcome.Refused shut() {
        return refused("PASSWORDS_SHUT", "", "account.password.shut");
    }

    /** Why this cannot be the password of this person; empty if it can. */
    Optional<AccountOutcome.Refused> unfit(Person person, String password) {
        if (!door.isOpen()) {
            return Optional.of(shut());
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(refused("PASSWORD_TOO_SHORT", "password", "account.password.short", "least", SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of(refused("PASSWORD_TOO_LONG", "password", "account.password.long", "most", LONGEST));
        }
        List<String> known = Stream.concat(
                        Stream.of("gatehouse", person.username(), person.email()),
                        Stream.of(person.displayName().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
        String measured = password.length() <= MEASURED ? password : password.substring(0, MEASURED);
        return password.indexOf('\0') < 0
                        && Guesses.COUNTED.measure(measured, known).getScore() >= STRONG
                ? Optional.empty()
                : Optional.of(refused("PASSWORD_EASY_TO_GUESS", "password", "account.password.weak"));
    }

    /** Slow on purpose, so asked for before anything is held. */
    String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /** The sessions of whoever had the one before end, and links that wait open no more. */
    void set(Person person, String hash) {
        locks.endLinksFor(person.id());
        jdbc.sql("update person set password_hash = ?, session_round = session_round + 1 where id = ?")
                .params(hash, person.id())
                .update();
    }

    /** Reads its lists of words when the first password is chosen, and not while the portal starts. */
    private static final class Guesses {
        static final Zxcvbn COUNTED = new Zxcvbn();
    }
}
