package io.gatehouse.accounts;

import io.gatehouse.people.PasswordDoor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts: those of humans, since nobody lets a program or the house itself in by a password. */
@Component
class AccountRows {
    private static final String ENTRIES = """
            select p.id, p.created_at, p.last_seen_at, p.password_hash is not null as has_password,
                   (select max(l.expires_at) from sign_in_link l
                    where l.person_id = p.id and l.ended_at is null and l.expires_at > ?) as link_until
            from person p""";

    private final JdbcClient jdbc;
    private final People people;
    private final IdentityRows identities;
    private final PasswordDoor passwordDoor;
    private final Clock clock;

    AccountRows(JdbcClient jdbc, People people, IdentityRows identities, PasswordDoor passwordDoor, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.identities = identities;
        this.passwordDoor = passwordDoor;
        this.clock = clock;
    }

    private record Entry(
            UUID id,
            Instant addedAt,
            @Nullable Instant lastSeenAt,
            boolean hasPassword,
            @Nullable Instant linkUntil) {
        Account of(Person person, List<Identity> identities) {
            return new Account(person, addedAt, lastSeenAt, hasPassword, identities, linkUntil);
        }
    }

    /** By name, deactivated ones too. */
    List<Account> all() {
        Map<UUID, Entry> entries = jdbc.sql(ENTRIES).param(now()).query(this::entry).list().stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        Map<UUID, List<Identity>> joined = identities.all();
        return people.all().stream()
                .filter(AccountRows::human)
                .flatMap(person -> Optional.ofNullable(entries.get(person.id()))
                        .map(entry -> entry.of(person, joined.getOrDefault(person.id(), List.of())))
                        .stream())
                .toList();
    }

    Account of(Person person) {
        return jdbc.sql(ENTRIES + " where p.id = ?")
                .params(now(), person.id())
                .query(this::entry)
                .single()
                .of(person, identities.of(person.id()));
    }

    /** Whose account has this name; empty if nobody's. */
    Optional<Person> person(String username) {
        return people.byUsername(username.strip()).filter(AccountRows::human);
    }

    private static boolean human(Person person) {
        return person.kind() == Person.Kind.HUMAN;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(row, "last_seen_at"),
                passwordDoor.isOpen() && row.getBoolean("has_password"),
                moment(row, "link_until"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
