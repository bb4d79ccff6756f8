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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policies of this installation. A version is never changed, only followed by another, on which two people agreed; each use has one
 * policy and each policy one use.
 */
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
    private final ProposalRows proposals;

    Policies(JdbcClient jdbc, Ids ids, AuditTrail audit, Clock clock, ProposalRows proposals) {
        this.proposals = proposals;
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

    /**
     * Sets a version without a second person: for the house when it is furnished, and for a recording. Everybody else proposes.
     *
     * @throws io.gatehouse.people.NotPermittedException for anybody else
     */
    @Transactional
    public Put put(Actor actor, PolicyDocument document) {
        SecondPerson.requireNoneNeeded(actor);
        proposals.lock();
        Optional<Sentence> fault = fault(document);
        if (fault.isPresent()) {
            return new Put.Rejected(fault.get());
        }
        Optional<PolicyVersion> newest = newest(document.name());
        if (newest.isPresent() && newest.get().ref().sha256().equals(Digests.sha256(PolicyText.canonical(document)))) {
            return new Put.Unchanged(newest.get().ref());
        }
        PolicyRef ref = add(actor.person().id(), document);
        proposals.outdate(Proposal.policy(ref.name()), clock.instant());
        audit.append(
                actor,
                "policy.put",
                "policy/" + ref.name(),
                Map.of("version", ref.version(), "sha256", ref.sha256(), "directly", true));
        return new Put.Stored(ref);
    }

    /** Why this cannot be a policy of the installation; empty if it can. */
    Optional<Sentence> fault(PolicyDocument document) {
        List<PolicyFault> faults = PolicyRanges.faults(document);
        return faults.isEmpty() ? taken(document) : Optional.of(PolicyFault.sentence(faults));
    }

    /** Makes the next version, in the transaction of whoever holds the lock and writes it to the audit log. */
    PolicyRef add(UUID by, PolicyDocument document) {
        String canonical = PolicyText.canonical(document);
        String sha256 = Digests.sha256(canonical);
        int version =
                newest(document.name()).map(found -> found.ref().version()).orElse(0) + 1;
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
                        by)
                .update();
        return new PolicyRef(document.name(), version, document.use(), sha256);
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

    Optional<PolicyVersion> newest(String name) {
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
        Optional<PolicyDocument> document = StoredText.read(canonical);
        if (document.isEmpty()) {
            throw new IllegalStateException("A stored policy cannot be read any more: " + row.getString("sha256"));
        }
        PolicyRef ref = new PolicyRef(
                row.getString("name"),
                row.getInt("version"),
                Use.valueOf(row.getString("use_for")),
                row.getString("sha256"));
        return new PolicyVersion(
                ref,
                document.get(),
                canonical,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("display_name"));
    }
}
