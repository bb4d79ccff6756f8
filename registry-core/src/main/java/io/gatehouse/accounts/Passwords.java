package io.gatehouse.accounts;

import static io.gatehouse.accounts.AccountOutcome.refused;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.people.Actor;
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
    public static final int SHORTEST = 12;

    /** In bytes of UTF-8: bcrypt looks at no more. */
    public static final int LONGEST = 72;

    /** Of zxcvbn's 0 to 4: ten thousand million guesses. Three would let a name, a dash and “password1” through. */
    private static final int STRONG = 4;

    private final JdbcClient jdbc;
    private final People people;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;

    Passwords(JdbcClient jdbc, People people, PasswordEncoder encoder, AuditTrail audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.encoder = encoder;
        this.audit = audit;
    }

    /**
     * Sets one's own password. All one's sessions end with it; whoever asks starts the one they are in anew with
     * {@link People#entrance}.
     *
     * @param current the one that holds; wrong ones are to be counted by the caller
     */
    @Transactional
    public AccountOutcome change(Actor actor, String current, String wanted) {
        Person person = actor.person();
        boolean known = people.passwordHash(person.username())
                .filter(hash -> encoder.matches(current, hash))
                .isPresent();
        if (!known) {
            return refused("WRONG_PASSWORD", "current", "account.password.wrong");
        }
        Optional<AccountOutcome.Refused> unfit = unfit(person, wanted);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (current.equals(wanted)) {
            return refused("SAME_PASSWORD", "password", "account.password.same");
        }
        set(person, wanted);
        audit.append(actor, "person.password_chosen", "person/" + person.id(), Map.of("with", "the one before"));
        return new AccountOutcome.Done(person);
    }

    /** Ends all sessions of one's own; whoever asks starts the one they are in anew with {@link People#entrance}. */
    @Transactional
    public void endSessions(Actor actor) {
        jdbc.sql("update person set session_round = session_round + 1 where id = ?")
                .param(actor.person().id())
                .update();
        audit.append(actor, "person.sessions_ended", "person/" + actor.person().id(), Map.of());
    }

    /** Why this cannot be the password of this person; empty if it can. */
    Optional<AccountOutcome.Refused> unfit(Person person, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(refused("PASSWORD_TOO_SHORT", "password", "account.password.short", "least", SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST || password.indexOf('\0') >= 0) {
            return Optional.of(refused("PASSWORD_TOO_LONG", "password", "account.password.long", "most", LONGEST));
        }
        List<String> known = Stream.concat(
                        Stream.of("gatehouse", person.username(), person.email()),
                        Stream.of(person.displayName().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
        return Guesses.COUNTED.measure(password, known).getScore() >= STRONG
                ? Optional.empty()
                : Optional.of(refused("PASSWORD_EASY_TO_GUESS", "password", "account.password.weak"));
    }

    /** The sessions of whoever had the one before end. */
    void set(Person person, String password) {
        jdbc.sql("update person set password_hash = ?, session_round = session_round + 1 where id = ?")
                .params(encoder.encode(password), person.id())
                .update();
    }

    /** Reads its lists of words when the first password is chosen, and not while the portal starts. */
    private static final class Guesses {
        static final Zxcvbn COUNTED = new Zxcvbn();
    }
}
