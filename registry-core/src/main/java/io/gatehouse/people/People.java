package io.gatehouse.people;

import io.gatehouse.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of this installation and what they sign in with. */
@Component
public class People {
    /** Acts for the house itself: scheduled work, expiry. It has no password and no role. */
    public static final UUID SYSTEM = new UUID(0, 1);

    private static final String SELECT = """
            select p.id, p.username, p.display_name, p.email, p.kind, p.answers_to, p.active,
                   (select string_agg(r.role, ',' order by r.role) from person_role r where r.person_id = p.id) as roles
            from person p""";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    People(JdbcClient jdbc, PasswordEncoder passwords, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody who is to be added. */
    public record NewPerson(String username, String displayName, String email, Set<Role> roles, String password) {}

    /** Adds a human. @throws org.springframework.dao.DuplicateKeyException if the user name is taken */
    @Transactional
    public Person add(NewPerson who) {
        UUID id = ids.next();
        String username = who.username().toLowerCase(Locale.ROOT);
        jdbc.sql("""
                insert into person (id, username, display_name, email, kind, answers_to, password_hash, active, created_at)
                values (?, ?, ?, ?, 'HUMAN', ?, ?, true, ?)""")
                .params(id, username, who.displayName(), who.email(), id, passwords.encode(who.password()), now())
                .update();
        for (Role role : who.roles()) {
            jdbc.sql("insert into person_role (person_id, role) values (?, ?)")
                    .params(id, role.name())
                    .update();
        }
        return new Person(id, username, who.displayName(), who.email(), Person.Kind.HUMAN, id, who.roles(), true);
    }

    @Transactional(readOnly = true)
    public Optional<Person> byUsername(String username) {
        return jdbc.sql(SELECT + " where p.username = ?")
                .param(username.toLowerCase(Locale.ROOT))
                .query(People::person)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Person> byId(UUID id) {
        return jdbc.sql(SELECT + " where p.id = ?")
                .param(id)
                .query(People::person)
                .optional();
    }

    /** Everybody, by display name. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return jdbc.sql(SELECT + " where p.kind <> 'SYSTEM' order by p.display_name, p.id")
                .query(People::person)
                .list();
    }

    /** The stored hash of an active person, for the sign-in screen and HTTP basic. */
    @Transactional(readOnly = true)
    public Optional<String> passwordHash(String username) {
        return jdbc.sql("select password_hash from person where username = ? and active and password_hash is not null")
                .param(username.toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional();
    }

    /** Makes a token and returns it; this is the only time that it can be read. */
    @Transactional
    public String issueToken(Person person, String name, Duration validFor) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = "gh_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        OffsetDateTime now = now();
        jdbc.sql("""
                insert into access_token (id, person_id, name, token_sha256, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(ids.next(), person.id(), name, sha256(token), now, now.plus(validFor))
                .update();
        return token;
    }

    /** The active person behind a valid token. */
    @Transactional(readOnly = true)
    public Optional<Person> byToken(String token) {
        return jdbc.sql("""
                select person_id from access_token
                where token_sha256 = ? and revoked_at is null and expires_at > ?""")
                .params(sha256(token), now())
                .query(UUID.class)
                .optional()
                .flatMap(this::byId)
                .filter(Person::active);
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

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
