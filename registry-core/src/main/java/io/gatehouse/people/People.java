package io.gatehouse.people;

import io.gatehouse.ids.Ids;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of this installation and what they sign in with. Every call at the doors looks one up, so that a lookup of one row opens no
 * transaction where there is none.
 */
@Component
public class People {
    /** Acts for the house itself: scheduled work, expiry. It has no password and no role. */
    public static final UUID SYSTEM = new UUID(0, 1);

    private static final int LONGEST_ADDRESS = 320;

    /** What a mail server can be asked to bring something to; whether anybody is there shows when it is. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"()\\p{Cntrl}]+@[^\\s@<>,;:\"()\\p{Cntrl}]+");

    private static final String SELECT = """
            select p.id, p.username, p.display_name, p.email, p.kind, p.answers_to, p.active, p.session_round,
                   (select string_agg(r.role, ',' order by r.role) from person_role r where r.person_id = p.id) as roles
            from person p""";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final PasswordDoor passwordDoor;
    private final Ids ids;
    private final Clock clock;
    private final PeopleWitness witness;

    People(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            PasswordDoor passwordDoor,
            Ids ids,
            Clock clock,
            PeopleWitness witness) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.passwordDoor = passwordDoor;
        this.ids = ids;
        this.clock = clock;
        this.witness = witness;
    }

    /**
     * Somebody who is to be added.
     *
     * @param password null: they choose it themselves later
     */
    public record NewPerson(
            String username,
            String displayName,
            String email,
            Set<Role> roles,
            @Nullable String password) {}

    /** Adds a human in the name of the house. @throws org.springframework.dao.DuplicateKeyException if the user name is taken */
    @Transactional
    public Person add(NewPerson who) {
        return add(system("none"), who);
    }

    /** Adds a human. @throws org.springframework.dao.DuplicateKeyException if the user name is taken */
    @Transactional
    public Person add(Actor actor, NewPerson who) {
        UUID id = ids.next();
        String username = who.username().toLowerCase(Locale.ROOT);
        jdbc.sql("""
                insert into person (id, username, display_name, email, kind, answers_to, password_hash, active, created_at)
                values (?, ?, ?, ?, 'HUMAN', ?, ?, true, ?)""")
                .params(id, username, who.displayName(), who.email(), id)
                .param(hash(who))
                .param(now())
                .update();
        for (Role role : who.roles()) {
            jdbc.sql("insert into person_role (person_id, role) values (?, ?)")
                    .params(id, role.name())
                    .update();
        }
        Person added =
                new Person(id, username, who.displayName(), who.email(), Person.Kind.HUMAN, id, who.roles(), true);
        witness.added(actor, added);
        return added;
    }

    private @Nullable String hash(NewPerson who) {
        return who.password() == null ? null : passwords.encode(who.password());
    }

    /**
     * Somebody who comes in by a session.
     *
     * @param round of their sessions; one that began in an earlier round is over
     */
    public record Entrance(Person person, int round) {}

    /** For the door of the screens, at every request. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Entrance> entrance(String username) {
        return jdbc.sql(SELECT + " where p.username = ?")
                .param(username.toLowerCase(Locale.ROOT))
                .query((row, index) -> new Entrance(person(row, index), row.getInt("session_round")))
                .optional();
    }

    /** They signed in. */
    @Transactional
    public void seen(UUID id) {
        jdbc.sql("update person set last_seen_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Person> byUsername(String username) {
        return entrance(username).map(Entrance::person);
    }

    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Person> byId(UUID id) {
        return jdbc.sql(SELECT + " where p.id = ?")
                .param(id)
                .query(People::person)
                .optional();
    }

    /** Those of them that there are, by id. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Map<UUID, Person> byIds(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc.sql(SELECT + " where p.id in (:ids)").param("ids", ids).query(People::person).list().stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Everybody, by display name. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return jdbc.sql(SELECT + " where p.kind <> 'SYSTEM' order by p.display_name, p.id")
                .query(People::person)
                .list();
    }

    /** The stored hash of an active person, for the sign-in screen and HTTP basic; nobody's where passwords do not open. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<String> passwordHash(String username) {
        if (!passwordDoor.isOpen()) {
            return Optional.empty();
        }
        return jdbc.sql("select password_hash from person where username = ? and active and password_hash is not null")
                .param(username.toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional();
    }

    /** What became of setting an address. */
    public sealed interface Addressed {
        record Kept(Person person) implements Addressed {}

        /** @param code stable @param sentence why, and the way out */
        record Refused(String code, Sentence sentence) implements Addressed {}
    }

    /**
     * Sets where mail to somebody goes: one's own address, or anybody's for those who manage people.
     *
     * @param address empty for none
     */
    @Transactional
    public Addressed setAddress(Actor actor, UUID id, String address) {
        if (!actor.person().id().equals(id)) {
            Permissions.require(actor, Action.MANAGE_PEOPLE);
        }
        Optional<Person> found = byId(id).filter(person -> person.kind() != Person.Kind.SYSTEM);
        if (found.isEmpty()) {
            return new Addressed.Refused("UNKNOWN_PERSON", Sentences.say("person.unknown"));
        }
        String wanted = address.strip();
        if (!isAddress(wanted)) {
            return new Addressed.Refused("INVALID_ADDRESS", Sentences.say("person.address"));
        }
        Person before = found.get();
        if (before.email().equals(wanted)) {
            return new Addressed.Kept(before);
        }
        jdbc.sql("update person set email = ? where id = ?").params(wanted, id).update();
        Person now = new Person(
                id,
                before.username(),
                before.displayName(),
                wanted,
                before.kind(),
                before.answersTo(),
                before.roles(),
                before.active());
        witness.addressChanged(actor, now);
        return new Addressed.Kept(now);
    }

    /** Whether mail can be sent there, or the text is empty for none. */
    public static boolean isAddress(String text) {
        return text.isEmpty()
                || text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    /** The language that somebody chose to read in; empty while they chose none. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Language> language(String username) {
        return jdbc.sql("select language from person where username = ? and language is not null")
                .param(username.toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional()
                .map(Language::of);
    }

    /** What somebody reads from now on, on every screen that they sign in at. */
    @Transactional
    public void chooseLanguage(Actor actor, Language language) {
        jdbc.sql("update person set language = ? where id = ?")
                .params(language.tag(), actor.person().id())
                .update();
    }

    /** Whether somebody has seen the tour of the screens, or put it away. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public boolean sawTour(UUID id) {
        return jdbc.sql("select tour_seen_at is not null from person where id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** It is not offered to this person any more; when they saw it first stays. */
    @Transactional
    public void seeTour(Actor actor) {
        jdbc.sql("update person set tour_seen_at = ? where id = ? and tour_seen_at is null")
                .params(now(), actor.person().id())
                .update();
    }

    /** The actor for scheduled work. */
    public Actor system(String requestId) {
        Person house = new Person(SYSTEM, "gatehouse", "Gatehouse", "", Person.Kind.SYSTEM, SYSTEM, Set.of(), true);
        return new Actor(house, Actor.Via.SYSTEM, requestId);
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        String roles = row.getString("roles");
        Set<Role> granted = EnumSet.noneOf(Role.class);
        if (roles != null) {
            for (String role : roles.split(",")) {
                granted.add(Role.valueOf(role));
            }
        }
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("email"),
                Person.Kind.valueOf(row.getString("kind")),
                row.getObject("answers_to", UUID.class),
                granted,
                row.getBoolean("active"));
    }
}
