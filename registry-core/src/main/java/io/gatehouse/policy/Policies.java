package io.gatehouse.policy;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The policies of this installation. A put never changes a version, it adds one; each use has one policy and each policy one use. */
@Component
public class Policies {
    private static final String SELECT = """
            select v.name, v.version, v.use_for, v.sha256, v.canonical, v.created_at, p.display_name
            from policy_version v join person p on p.id = v.created_by""";
    private static final String NEWEST =
            " where v.version = (select max(w.version) from policy_version w where w.name = v.name)";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final AuditTrail audit;
    private final Clock clock;

    Policies(JdbcClient jdbc, Ids ids, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a put. */
    public sealed interface Put {
        /** It is a new version. */
        record Stored(PolicyRef ref) implements Put {}

        /** The newest version says just that already. */
        record Unchanged(PolicyRef ref) implements Put {}

        /** @param sentence what is wrong with it */
        record Rejected(Sentence sentence) implements Put {}
    }

    /** Adds a version. @throws org.springframework.dao.DuplicateKeyException if somebody else put the same version meanwhile */
    @Transactional
    public Put put(Actor actor, PolicyDocument document) {
        Permissions.require(actor, Action.WRITE_POLICY);
        List<PolicyFault> faults = PolicyRanges.faults(document);
        Optional<Sentence> fault = faults.isEmpty() ? taken(document) : Optional.of(PolicyFault.sentence(faults));
        if (fault.isPresent()) {
            return new Put.Rejected(fault.get());
        }
        String canonical = PolicyText.canonical(document);
        String sha256 = Digests.sha256(canonical);
        Optional<PolicyVersion> newest = newest(document.name());
        if (newest.isPresent() && newest.get().ref().sha256().equals(sha256)) {
            return new Put.Unchanged(newest.get().ref());
        }
        int version = newest.map(found -> found.ref().version()).orElse(0) + 1;
        jdbc.sql("""
                insert into policy_version (id, name, version, use_for, canonical, sha256, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        ids.next(),
                        document.name(),
                        version,
                        document.use().name(),
                        canonical,
                        sha256,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.person().id())
                .update();
        audit.append(actor, "policy.put", "policy/" + document.name(), Map.of("version", version, "sha256", sha256));
        return new Put.Stored(new PolicyRef(document.name(), version, document.use(), sha256));
    }

    /** The newest version of each policy, by use from the mildest to the strictest. */
    @Transactional(readOnly = true)
    public List<PolicyVersion> all(Actor actor) {
        Permissions.require(actor, Action.READ_POLICY);
        return newest().stream()
                .sorted((a, b) -> a.ref().use().compareTo(b.ref().use()))
                .toList();
    }

    /** Empty if there is no such policy or version. */
    @Transactional(readOnly = true)
    public Optional<PolicyVersion> version(Actor actor, String name, int version) {
        Permissions.require(actor, Action.READ_POLICY);
        return jdbc.sql(SELECT + " where v.name = ? and v.version = ?")
                .params(name, version)
                .query(Policies::version)
                .optional();
    }

    /** All versions of a policy, the newest first; none if there is no such policy. */
    @Transactional(readOnly = true)
    public List<PolicyVersion> versions(Actor actor, String name) {
        Permissions.require(actor, Action.READ_POLICY);
        return jdbc.sql(SELECT + " where v.name = ? order by v.version desc")
                .param(name)
                .query(Policies::version)
                .list();
    }

    /** The newest version of a policy. */
    @Transactional(readOnly = true)
    public Optional<PolicyVersion> newest(Actor actor, String name) {
        Permissions.require(actor, Action.READ_POLICY);
        return newest(name);
    }

    /** The policy that applies to a use today; for the rooms of the core, which judge by it whoever asks. */
    @Transactional(readOnly = true)
    public Optional<PolicyVersion> of(Use use) {
        return newest().stream().filter(found -> found.ref().use() == use).findFirst();
    }

    /** The policy that applies to each use today; for the rooms of the core. */
    @Transactional(readOnly = true)
    public Map<Use, PolicyRef> inForce() {
        return newest().stream()
                .map(PolicyVersion::ref)
                .collect(Collectors.toMap(PolicyRef::use, Function.identity(), (one, other) -> one));
    }

    /** The very version that an evaluation names; for the rooms of the core. */
    @Transactional(readOnly = true)
    public Optional<PolicyVersion> of(PolicyRef ref) {
        return jdbc.sql(SELECT + " where v.name = ? and v.version = ?")
                .params(ref.name(), ref.version())
                .query(Policies::version)
                .optional();
    }

    private Optional<PolicyVersion> newest(String name) {
        return newest().stream()
                .filter(found -> found.ref().name().equals(name))
                .findFirst();
    }

    private List<PolicyVersion> newest() {
        return jdbc.sql(SELECT + NEWEST).query(Policies::version).list();
    }

    private Optional<Sentence> taken(PolicyDocument document) {
        return newest().stream()
                .map(PolicyVersion::ref)
                .filter(other -> other.name().equals(document.name()) != (other.use() == document.use()))
                .findFirst()
                .map(other -> Sentences.say(
                        "policy.one.use",
                        "policy",
                        other.name(),
                        "use",
                        other.use().name()));
    }

    private static PolicyVersion version(ResultSet row, int index) throws SQLException {
        String canonical = row.getString("canonical");
        if (!(PolicyText.parse(canonical) instanceof PolicyText.Reading.Understood understood)) {
            throw new IllegalStateException("A stored policy cannot be read any more: " + row.getString("sha256"));
        }
        PolicyRef ref = new PolicyRef(
                row.getString("name"),
                row.getInt("version"),
                Use.valueOf(row.getString("use_for")),
                row.getString("sha256"));
        return new PolicyVersion(
                ref,
                understood.document(),
                canonical,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("display_name"));
    }
}
