package io.gatehouse.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.audit.ChainReader;
import io.gatehouse.audit.ChainVerdict;
import io.gatehouse.audit.ChainVerifier;
import io.gatehouse.auditlog.AuditLog.Check;
import io.gatehouse.checkpoints.Checkpoints;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.people.People;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.work.JobHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class StoredAuditLogTest {
    private static final JobHandler.Progress NOBODY = (percent, message) -> {};

    private final AuditLog log;
    private final AuditTrail trail;
    private final ChainChecks checks;
    private final Checkpoints checkpoints;
    private final People everybody;
    private final TestPeople people;
    private final RegisteredModels models;
    private final HouseClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String object = "probe/" + UUID.randomUUID();

    StoredAuditLogTest(
            AuditLog log,
            AuditTrail trail,
            ChainChecks checks,
            Checkpoints checkpoints,
            People everybody,
            TestPeople people,
            RegisteredModels models,
            HouseClock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.log = log;
        this.trail = trail;
        this.checks = checks;
        this.checkpoints = checkpoints;
        this.everybody = everybody;
        this.people = people;
        this.models = models;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void eventsReadAsSentencesWithTheNamesOfNow() {
        RegisteredModel model = model("audited-" + UUID.randomUUID());
        trail.appendAlone(
                people.ravi(),
                "promotion.approved",
                "promotion/PR-3",
                Map.of("model", model.id().toString(), "version", 9, "request", 3, "alias", "champion"));
        String renamed = "renamed-" + UUID.randomUUID();
        models.rename(people.dana(), model.name(), renamed).orThrow();

        AuditRow row = newest(about("PR-3", people.ravi())).getFirst();

        assertThat(row.sentence().english()).isEqualTo("Ravi Menon approved PR-3 for " + renamed + " version 9.");
        assertThat(row.subject().kind()).isEqualTo(AuditSubject.Kind.PROMOTION);
        assertThat(row.person()).isEqualTo("Ravi Menon");
    }

    @Test
    void anEventThatNobodyFoundWordsForIsToldByItsName() {
        trail.appendAlone(people.dana(), "moon.landed", object, Map.of("feet", 2));

        assertThat(newest(about(object, null)).getFirst().sentence().english())
                .isEqualTo("Dana Ortiz did “moon.landed” to " + object + ".");
    }

    @Test
    void filtersNarrowDownByPersonActionObjectTimeAndDoor() {
        AuditEvent dana = trail.appendAlone(people.dana(), "probe.sent", object, Map.of());
        AuditEvent ravi = trail.appendAlone(people.ravi(), "probe.sent_refused", object, Map.of());
        Actor overApi = new Actor(people.dana().person(), Actor.Via.API, "test");
        AuditEvent api = trail.appendAlone(overApi, "probing.sent", object, Map.of());

        assertThat(seqs(about(object, null))).containsExactly(api.seq(), ravi.seq(), dana.seq());
        assertThat(seqs(about(object.toUpperCase(java.util.Locale.ROOT), people.ravi())))
                .containsExactly(ravi.seq());
        assertThat(seqs(query("probe.*", null, null, null))).containsExactly(ravi.seq(), dana.seq());
        assertThat(seqs(query("*_refused", null, null, null))).containsExactly(ravi.seq());
        assertThat(seqs(query("probe.sent", null, null, null))).containsExactly(dana.seq());
        assertThat(seqs(query("", ravi.at(), api.at().plusNanos(1000), null))).contains(ravi.seq(), api.seq());
        assertThat(seqs(query("", null, dana.at(), null))).isEmpty();
        assertThat(seqs(query("", null, null, Actor.Via.API))).containsExactly(api.seq());
    }

    @Test
    void signsOfPatternsInAFilterAreMeantLiterally() {
        trail.appendAlone(people.dana(), "probe", object, Map.of());

        assertThat(seqs(about("probe/%", null))).isEmpty();
        assertThat(seqs(about("probe_", null))).isEmpty();
    }

    @Test
    void eventsAboutAModelAreFoundByItsName() {
        RegisteredModel model = model("findable-" + UUID.randomUUID());
        AuditEvent asked = trail.appendAlone(
                people.dana(),
                "promotion.opened",
                "promotion/PR-77",
                Map.of("model", model.id().toString(), "version", 1, "request", 77, "alias", "champion"));

        assertThat(seqs(about(model.name(), null))).contains(asked.seq()).hasSize(2);
    }

    @Test
    void eventsOfEveryModelOfAPartOfANameAreFoundHoweverManyThereAre() {
        String part = "family-" + UUID.randomUUID();
        List<RegisteredModel> family = IntStream.rangeClosed(101, 125)
                .mapToObj(number -> model(part + "-" + number))
                .toList();
        List<Long> probed = family.reversed().stream()
                .map(each -> trail.appendAlone(
                                people.dana(),
                                "probe.sent",
                                object,
                                Map.of("model", each.id().toString()))
                        .seq())
                .toList();

        AuditQuery query = new AuditQuery(null, "probe.sent", part, null, null, null);
        assertThat(log.before(people.rita(), query, 0, 100))
                .extracting(AuditRow::seq)
                .containsExactlyElementsOf(probed.reversed());
    }

    @Test
    void moreEventsThanAreLookedUpOneByOneAreFoundAsWell() {
        RegisteredModel model = model("busy-" + UUID.randomUUID());
        List<Long> named = transaction.execute(status -> IntStream.range(0, 2_100)
                .mapToObj(number -> trail.append(
                                people.dana(),
                                "probe.sent",
                                "probe/" + number,
                                Map.of("model", model.id().toString()))
                        .seq())
                .toList());
        AuditEvent other = trail.appendAlone(people.dana(), "probe.sent", object, Map.of());

        assertThat(seqs(about(model.name(), null)))
                .containsExactlyElementsOf(named.reversed().subList(0, 10))
                .doesNotContain(other.seq());
        assertThat(log.after(people.rita(), about(model.name(), null), named.getFirst(), 3))
                .extracting(AuditRow::seq)
                .containsExactly(named.get(3), named.get(2), named.get(1));
        assertThat(seqs(new AuditQuery(people.ravi().person().id(), "", model.name(), null, null, null)))
                .isEmpty();
    }

    @Test
    void pagesGoOnFromTheLastEventBothWays() {
        List<Long> written = java.util.stream.Stream.generate(
                        () -> trail.appendAlone(people.dana(), "probe", object, Map.of())
                                .seq())
                .limit(5)
                .toList();

        List<AuditRow> first = log.before(people.rita(), about(object, null), 0, 2);
        List<AuditRow> second =
                log.before(people.rita(), about(object, null), first.getLast().seq(), 2);
        List<AuditRow> back =
                log.after(people.rita(), about(object, null), second.getFirst().seq(), 2);

        assertThat(first).extracting(AuditRow::seq).containsExactly(written.get(4), written.get(3));
        assertThat(second).extracting(AuditRow::seq).containsExactly(written.get(2), written.get(1));
        assertThat(back).isEqualTo(first);
    }

    @Test
    void onlyRiskReadsTheLog() {
        for (Actor other : List.of(people.adam(), people.dana(), people.priya(), people.vera(), people.carl())) {
            assertThatThrownBy(() -> log.before(other, AuditQuery.ALL, 0, 1)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> log.export(other, null, null)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> log.state(other)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> checks.start(other)).isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    void anExportVerifiesAndIsOnRecordAfterItsEnd() throws IOException {
        AuditEvent last = trail.appendAlone(people.dana(), "probe", object, Map.of("text", "“ü\u2028”"));

        AuditLog.Part part = log.export(people.rita(), null, null);
        ChainVerdict verdict = verified(part, false);

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.events()).isEqualTo(last.seq());
        assertThat(verdict.lastHash()).isEqualTo(last.hash());
        assertThat(trail.after(last.seq(), 1).getFirst().action()).isEqualTo("audit.exported");
    }

    @Test
    void anExportOfSomeDaysIsAPartOfTheChainWithoutAGap() throws IOException {
        Instant day = Instant.parse("2031-05-05T10:00:00Z").plusSeconds(object.hashCode() & 0xffff);
        AuditEvent first = clock.at(day, () -> trail.appendAlone(people.dana(), "probe", object, Map.of()));
        AuditEvent between = trail.appendAlone(people.dana(), "probe", object, Map.of());
        AuditEvent last =
                clock.at(day.plusMillis(1), () -> trail.appendAlone(people.dana(), "probe", object, Map.of()));

        AuditLog.Part part = log.export(people.rita(), day, day.plusMillis(2));

        assertThat(part).isEqualTo(new AuditLog.Part(first.seq(), last.seq()));
        assertThat(between.seq()).isBetween(part.first(), part.last());
        assertThat(verified(part, true).intact()).isTrue();
        assertThat(log.export(people.rita(), Instant.parse("2100-01-01T00:00:00Z"), null))
                .isEqualTo(new AuditLog.Part(1, 0));
    }

    @Test
    void aCheckFindsTheChainIntactAndIsOnRecord() {
        checkpoints.write(people.rita());

        Check check = checked(trail);

        assertThat(check.state()).isEqualTo(Check.State.INTACT);
        assertThat(check.to()).isPositive();
        assertThat(newest(query2("audit.verified")).getFirst().sentence().english())
                .isEqualTo("The audit log was checked up to event " + check.to() + ", for Rita Gomez, and is intact.");
    }

    @Test
    void aCheckFindsWhatWasChangedBehindTheBackOfTheDatabase() {
        AuditEvent victim = trail.appendAlone(people.dana(), "probe", object, Map.of("n", 1));
        trail.appendAlone(people.dana(), "probe", object, Map.of());

        Check check = checked(changed(
                victim.seq(),
                event -> new AuditEvent(
                        event.seq(),
                        event.at(),
                        event.personId(),
                        event.via(),
                        event.requestId(),
                        event.action(),
                        event.object(),
                        event.canonical().replace("\"n\":1", "\"n\":2"),
                        event.previousHash(),
                        event.hash())));

        assertThat(check.state()).isEqualTo(Check.State.TAMPERED);
        assertThat(check.message()).contains("event " + victim.seq());
    }

    @Test
    void aCheckFindsColumnsThatDoNotSayWhatWasHashed() {
        AuditEvent victim = trail.appendAlone(people.dana(), "probe", object, Map.of());

        Check check = checked(changed(
                victim.seq(),
                event -> new AuditEvent(
                        event.seq(),
                        event.at(),
                        people.ravi().person().id(),
                        event.via(),
                        event.requestId(),
                        event.action(),
                        event.object(),
                        event.canonical(),
                        event.previousHash(),
                        event.hash())));

        assertThat(check.message())
                .isEqualTo("Event " + victim.seq()
                        + " is shown otherwise than it was written: its columns do not say what was hashed.");
    }

    @Test
    void oneCheckRunsAtATime() {
        checks.start(people.rita());
        long waiting = count();

        checks.start(people.rita());

        assertThat(count()).isEqualTo(waiting);
        assertThat(log.state(people.rita()).lastCheck().orElseThrow().state()).isEqualTo(Check.State.RUNNING);
        run(trail);
    }

    private Check checked(AuditTrail from) {
        checks.start(people.rita());
        run(from);
        return log.state(people.rita()).lastCheck().orElseThrow();
    }

    private void run(AuditTrail from) {
        String id = jdbc.sql("select id from audit_check where finished_at is null order by started_at desc limit 1")
                .query(UUID.class)
                .single()
                .toString();
        new ChainCheckJob(from, checkpoints, checks, everybody, jdbc)
                .run(Map.of("check", id, "person", people.rita().person().id().toString(), "via", "SCREEN"), NOBODY);
    }

    private AuditTrail changed(long seq, java.util.function.UnaryOperator<AuditEvent> change) {
        AuditTrail tampered = mock(AuditTrail.class);
        doAnswer(call -> trail.after(call.getArgument(0), call.getArgument(1)).stream()
                        .map(event -> event.seq() == seq ? change.apply(event) : event)
                        .toList())
                .when(tampered)
                .after(anyLong(), anyInt());
        return tampered;
    }

    private long count() {
        return jdbc.sql("select count(*) from audit_check").query(Long.class).single();
    }

    private ChainVerdict verified(AuditLog.Part part, boolean some) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        log.write(part, out);
        return ChainReader.verify(new ByteArrayInputStream(out.toByteArray()), new ChainVerifier(some, List.of()));
    }

    private RegisteredModel model(String name) {
        return ((Outcome.Done<RegisteredModel>) models.create(people.dana(), name, null, Map.of())).value();
    }

    private List<AuditRow> newest(AuditQuery query) {
        return log.before(people.rita(), query, 0, 10);
    }

    private List<Long> seqs(AuditQuery query) {
        return newest(query).stream().map(AuditRow::seq).toList();
    }

    private static AuditQuery about(String object, @org.jspecify.annotations.Nullable Actor by) {
        return new AuditQuery(by == null ? null : by.person().id(), "", object, null, null, null);
    }

    private static AuditQuery query2(String action) {
        return new AuditQuery(null, action, "", null, null, null);
    }

    private AuditQuery query(
            String action,
            @org.jspecify.annotations.Nullable Instant from,
            @org.jspecify.annotations.Nullable Instant before,
            Actor.@org.jspecify.annotations.Nullable Via via) {
        return new AuditQuery(null, action, object, from, before, via);
    }
}
