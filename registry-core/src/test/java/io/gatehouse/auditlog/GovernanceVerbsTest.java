package io.gatehouse.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.Accounts;
import io.gatehouse.accounts.Identities;
import io.gatehouse.accounts.Identity;
import io.gatehouse.accounts.Passwords;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.checkpoints.Checkpoints;
import io.gatehouse.cleanup.CleanUps;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.loggedmodels.LoggedModels;
import io.gatehouse.loggedmodels.NewLoggedModel;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.outcomes.Outcomes;
import io.gatehouse.overrides.OverrideBench;
import io.gatehouse.overrides.OverrideBench.Failed;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Execution;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.ShippedPolicies;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.registry.Aliases;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.NewVersion;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.registry.StageMoves;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.tokens.AccessTokens;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Runs;
import io.gatehouse.tracking.TrackingRefusal;
import io.gatehouse.webhooks.Webhook;
import io.gatehouse.webhooks.WebhookEvent;
import io.gatehouse.webhooks.Webhooks;
import io.gatehouse.work.JobRunner;
import io.gatehouse.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every verb of governance, with what it leaves on the chain: the one event that tells of it, or one for each thing that it did. */
@DatabaseTest
class GovernanceVerbsTest {
    private static final String WORDS = "glacier mitten tugboat saffron";
    private static final String OTHER_WORDS = "umbrella quartz dolphin pepper";

    private final AuditTrail trail;
    private final AuditLog log;
    private final Checkpoints checkpoints;
    private final TestPeople people;
    private final People everybody;
    private final PromotionBench bench;
    private final Promotions promotions;
    private final OverrideBench failing;
    private final Overrides overrides;
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final Aliases aliases;
    private final StageMoves stages;
    private final Experiments experiments;
    private final Runs runs;
    private final LoggedModels loggedModels;
    private final ArtifactStore artifacts;
    private final CleanUps cleanUps;
    private final ValueBook assumptions;
    private final AccessTokens tokens;
    private final Accounts accounts;
    private final SignInLinks links;
    private final Identities identities;
    private final Passwords passwords;
    private final Webhooks webhooks;
    private final RiskLists lists;
    private final Outcomes outcomes;
    private final ModelCards cards;
    private final Policies policies;
    private final Jobs jobs;
    private final JobRunner runner;
    private final HouseClock clock;
    private final PolicyDocument usual;

    @TempDir
    Path folder;

    GovernanceVerbsTest(
            AuditTrail trail,
            AuditLog log,
            Checkpoints checkpoints,
            TestPeople people,
            People everybody,
            PromotionBench bench,
            Promotions promotions,
            OverrideBench failing,
            Overrides overrides,
            RegisteredModels models,
            ModelVersions versions,
            Aliases aliases,
            StageMoves stages,
            Experiments experiments,
            Runs runs,
            LoggedModels loggedModels,
            ArtifactStore artifacts,
            CleanUps cleanUps,
            ValueBook assumptions,
            AccessTokens tokens,
            Accounts accounts,
            SignInLinks links,
            Identities identities,
            Passwords passwords,
            Webhooks webhooks,
            RiskLists lists,
            Outcomes outcomes,
            ModelCards cards,
            Policies policies,
            Jobs jobs,
            JobRunner runner,
            HouseClock clock) {
        this.policies = policies;
        this.jobs = jobs;
        this.runner = runner;
        this.usual = policies.of(Use.HUMAN_REVIEWED).orElseThrow().document();
        this.cards = cards;
        this.trail = trail;
        this.log = log;
        this.checkpoints = checkpoints;
        this.people = people;
        this.everybody = everybody;
        this.bench = bench;
        this.promotions = promotions;
        this.failing = failing;
        this.overrides = overrides;
        this.models = models;
        this.versions = versions;
        this.aliases = aliases;
        this.stages = stages;
        this.experiments = experiments;
        this.runs = runs;
        this.loggedModels = loggedModels;
        this.artifacts = artifacts;
        this.cleanUps = cleanUps;
        this.assumptions = assumptions;
        this.tokens = tokens;
        this.accounts = accounts;
        this.links = links;
        this.identities = identities;
        this.passwords = passwords;
        this.webhooks = webhooks;
        this.lists = lists;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @AfterEach
    void thePolicyIsAsItWas() {
        policies.put(people.ritaOnRecord(), usual);
    }

    /** Made known when they are first asked for, which is itself on the chain. */
    @BeforeEach
    void everybodyIsKnown() {
        List.of(people.dana(), people.priya(), people.ravi(), people.carl(), people.rita());
    }

    @TestFactory
    List<DynamicTest> theRegistryLeavesWhatItDid() {
        Actor dana = people.dana();
        String model = "verbs-" + UUID.randomUUID();
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(leaves("register a model", "model.created", () -> models.create(dana, model, null, Map.of())));
        tests.add(leaves("describe it", "model.described", () -> models.describe(dana, model, "Good")));
        tests.add(leaves("register a version", "version.registered", () -> register(dana, model)));
        tests.add(leaves("describe it", "version.described", () -> versions.describe(dana, model, 1, "Better")));
        tests.add(leaves(
                "answer on its card",
                "model_card.saved",
                () -> cards.save(dana, model, 1, 0, Map.of(CardField.OWNER, "Retention"))));
        tests.add(leaves(
                "answer the same", "", () -> cards.save(dana, model, 1, 1, Map.of(CardField.OWNER, "Retention"))));
        tests.add(leaves(
                "answer on a stale reading",
                "model_card.save_refused",
                () -> cards.save(dana, model, 1, 0, Map.of(CardField.OWNER, "Nobody"))));
        tests.add(leaves("move its stage", "version.stage_moved", () -> stages.move(dana, model, 1, "Staging", false)));
        tests.add(leaves("set an alias", "alias.moved", () -> aliases.set(dana, model, "candidate", 1)));
        tests.add(leaves("set it again", "", () -> aliases.set(dana, model, "candidate", 1)));
        tests.add(leaves("delete an alias", "alias.deleted", () -> aliases.delete(dana, model, "candidate")));
        tests.add(leaves("delete a version", "version.deleted", () -> versions.delete(dana, model, 1)));
        tests.add(leaves("rename a model", "model.renamed", () -> models.rename(dana, model, model + "-2")));
        tests.add(leaves("delete a model", "model.deleted", () -> models.delete(dana, model + "-2")));
        return tests;
    }

    @TestFactory
    List<DynamicTest> promotionsLeaveWhatTheyDid() {
        Actor dana = people.dana();
        String model = bench.model(dana);
        Candidate good = bench.candidate(dana, model, TestPredictions.good());
        long[] number = new long[1];
        String opened = "promotion.opened alias.refused";
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(leaves("ask by the alias", opened, () -> aliases.set(dana, model, "champion", 1)));
        tests.add(leaves("ask for the same", "", () -> number[0] = bench.ask(dana, good)));
        tests.add(leaves("judge", "evaluation.stored promotion.evaluated", () -> bench.runJobs()));
        tests.add(leaves(
                "ask for changes",
                "promotion.changes_requested",
                () -> bench.vote(people.priya(), number[0], Choice.REQUEST_CHANGES, "Say more")));
        tests.add(leaves("judge again", "promotion.evaluated_again evaluation.stored promotion.evaluated", () -> {
            promotions.evaluateAgain(dana, number[0]);
            bench.runJobs();
        }));
        tests.add(leaves(
                "approve",
                "promotion.approved promotion.executed alias.moved",
                () -> bench.approve(people.priya(), number[0])));
        tests.add(leaves("vote too late", "promotion.vote_refused", () -> bench.approve(people.ravi(), number[0])));
        tests.add(leaves("delete what is in use", "version.delete_refused", () -> versions.delete(dana, model, 1)));
        tests.add(leaves("delete its model", "model.change_refused", () -> models.delete(dana, model)));
        tests.add(leaves("delete its alias", "alias.delete_refused", () -> aliases.delete(dana, model, "champion")));
        tests.add(leaves(
                "move its stage", "version.stage_refused", () -> stages.move(dana, model, 1, "Archived", false)));
        tests.add(leaves("delete its run", "deletion.refused", () -> deleteHeld(dana, good)));
        return tests;
    }

    @TestFactory
    List<DynamicTest> whatIsApprovedForLaterLeavesWhatBecameOfIt() {
        Actor dana = people.dana();
        policies.put(people.ritaOnRecord(), usual.executed(new Execution(null, 24)));
        Instant due = clock.instant().plus(Duration.ofHours(25));
        String judged = "evaluation.stored promotion.evaluated";
        List<Candidate> candidates = Stream.generate(
                        () -> bench.candidate(dana, bench.model(dana), TestPredictions.good()))
                .limit(4)
                .toList();
        List<Long> numbers = candidates.stream()
                .map(candidate -> bench.asked(dana, candidate))
                .toList();
        List<DynamicTest> tests = new ArrayList<>();
        numbers.forEach(number -> tests.add(leaves(
                "approve for later",
                "promotion.approved promotion.scheduled",
                () -> bench.approve(people.priya(), number))));
        tests.add(leaves("withdraw it", "promotion.withdrawn", () -> promotions.withdraw(dana, numbers.get(0), "")));
        tests.add(leaves("send it back", "promotion.evaluated_again " + judged, () -> {
            promotions.evaluateAgain(dana, numbers.get(1));
            bench.runJobs();
        }));
        tests.add(leaves("see that its time has come", "", () -> executeWhatIsDue(due)));
        tests.add(leaves(
                "execute one, and judge again the one that changed",
                "promotion.executed alias.moved promotion.voided " + judged,
                () -> {
                    bench.evidence(dana, candidates.get(3).run(), TestPredictions.unfair());
                    executeWhatIsDue(due.plusSeconds(90));
                }));
        return tests;
    }

    private void executeWhatIsDue(Instant at) {
        clock.at(at, () -> {
            jobs.enqueueOnce(Promotions.EXECUTE_SCHEDULED);
            return runner.runAll();
        });
    }

    @TestFactory
    List<DynamicTest> decisionsAgainstAVersionLeaveThemselves() {
        Actor dana = people.dana();
        String model = bench.model(dana);
        long rejected = bench.asked(dana, bench.candidate(dana, model, TestPredictions.good()));
        long withdrawn = bench.asked(dana, bench.candidate(dana, model, TestPredictions.good()));
        return List.of(
                leaves(
                        "reject",
                        "promotion.rejected",
                        () -> bench.vote(people.priya(), rejected, Choice.REJECT, "Too dear")),
                leaves("withdraw", "promotion.withdrawn", () -> promotions.withdraw(dana, withdrawn, "")));
    }

    @TestFactory
    List<DynamicTest> overridesLeaveWhatBecameOfThem() {
        Failed failed = failing.failed();
        Failed other = failing.failed();
        long[] number = new long[1];
        return List.of(
                leaves("propose", "override.proposed", () -> number[0] = failing.proposed(failed, 30)),
                leaves("propose once more", "override.refused", () -> failing.propose(people.ravi(), failed, 30)),
                leaves("agree to one's own", "override.refused", () -> overrides.agree(people.priya(), number[0])),
                leaves("agree", "override.agreed", () -> overrides.agree(people.ravi(), number[0])),
                leaves(
                        "withdraw",
                        "override.withdrawn",
                        () -> overrides.withdraw(people.priya(), number[0], "No longer needed")),
                leaves("propose for another", "override.proposed", () -> number[0] = failing.proposed(other, 30)),
                leaves("decline", "override.declined", () -> overrides.decline(people.ravi(), number[0], "No")));
    }

    @TestFactory
    List<DynamicTest> whatIsDeletedAndRestoredIsOnTheChain() {
        Actor dana = people.dana();
        Candidate candidate = bench.candidate(dana, bench.model(dana), null);
        String run = candidate.run().info().id();
        long experiment = experiments.create(dana, "verbs " + UUID.randomUUID(), "", List.of());
        String logged = loggedModels
                .create(dana, new NewLoggedModel(Long.toString(experiment), null, "", null, Map.of(), Map.of()))
                .orThrow()
                .id();
        ArtifactPath file = ArtifactPath.ofLocation(candidate.run().info().artifactUri() + "/data_schema.json")
                .orElseThrow();
        Actor adam = people.adam();
        return List.of(
                leaves("delete files", "artifacts.deleted", () -> artifacts.delete(dana, file)),
                leaves("delete a run", "run.deleted", () -> runs.delete(dana, run)),
                leaves("restore it", "run.restored", () -> runs.restore(dana, run)),
                leaves("delete a logged model", "logged_model.deleted", () -> loggedModels.delete(dana, logged)),
                leaves("delete an experiment", "experiment.deleted", () -> experiments.delete(dana, experiment)),
                leaves("restore it", "experiment.restored", () -> experiments.restore(dana, experiment)),
                leaves("clean up", "artifacts.swept", () -> cleanUp(adam)));
    }

    private void cleanUp(Actor administrator) {
        cleanUps.run(administrator, cleanUps.plan(administrator).token()).orThrow();
    }

    @TestFactory
    List<DynamicTest> rightsAndReadingAreOnTheChain() throws IOException {
        Actor dana = people.dana();
        String model = "listed-" + UUID.randomUUID();
        models.create(dana, model, null, Map.of()).orThrow();
        register(dana, model);
        Path table = table();
        int customers = 1 + (model.hashCode() & 0xffff);
        UUID[] token = new UUID[1];
        UUID[] hook = new UUID[1];
        Actor adam = people.adam();
        String[] link = new String[1];
        Accounts.NewAccount newcomer = new Accounts.NewAccount("n" + UUID.randomUUID(), "X", "", Set.of(Role.VIEWER));
        long[] list = new long[1];
        Identity vouched = new Identity("https://id.example", newcomer.username(), "X");
        return List.of(
                leaves("add a person", "person.added", this::add),
                leaves("change an address", "person.address_changed", () -> moved(dana)),
                leaves("let somebody in", "person.added", () -> accounts.add(adam, newcomer)),
                leaves("call them otherwise", "person.renamed", () -> accounts.rename(adam, newcomer.username(), "Y")),
                leaves(
                        "change their roles",
                        "person.roles_changed",
                        () -> accounts.grant(adam, newcomer.username(), Set.of(Role.RISK))),
                leaves("set the same roles", "", () -> accounts.grant(adam, newcomer.username(), Set.of(Role.RISK))),
                leaves("make a link", "person.link_made", () -> link[0] = link(adam, newcomer.username())),
                leaves("follow it", "person.password_chosen", () -> links.choose(link[0], WORDS, dana.via(), "test")),
                leaves(
                        "choose anew",
                        "person.password_chosen",
                        () -> passwords.change(of(newcomer), round(newcomer), WORDS, OTHER_WORDS)),
                leaves(
                        "sign out everywhere",
                        "person.sessions_ended",
                        () -> passwords.endSessions(of(newcomer), round(newcomer))),
                leaves(
                        "join them with a provider",
                        "person.identity_joined",
                        () -> identities.join(of(newcomer), round(newcomer), vouched)),
                leaves(
                        "part them again",
                        "person.identity_released",
                        () -> identities.release(adam, newcomer.username())),
                leaves("part them once more", "", () -> identities.release(adam, newcomer.username())),
                leaves("shut them out", "person.deactivated", () -> accounts.deactivate(adam, newcomer.username())),
                leaves("let them in again", "person.reactivated", () -> accounts.reactivate(adam, newcomer.username())),
                leaves("make a webhook", "webhook.created", () -> hook[0] = hooked(adam)),
                leaves("change it", "webhook.changed", () -> webhooks.change(adam, hook[0], renamed())),
                leaves("delete it", "webhook.deleted", () -> webhooks.delete(adam, hook[0])),
                leaves("make a token", "token.issued", () -> token[0] = issue(dana)),
                leaves("revoke it", "token.revoked", () -> tokens.revoke(dana, token[0])),
                leaves(
                        "put assumptions",
                        "value_assumptions.put",
                        () -> assumptions.put(
                                people.ritaOnRecord(),
                                ShippedPolicies.assumptions().with(200, 10, 1, 0.3, customers))),
                leaves("post a population", "risk_list.posted", () -> list[0] = post(dana, model, table)),
                leaves("open the list", "risk_list.read", () -> lists.recordRead(people.carl(), list[0], "opened")),
                leaves("read on", "", () -> lists.recordFurtherRead(people.carl(), list[0], "read over the API")),
                leaves("another reads on", "risk_list.read", () -> lists.recordFurtherRead(dana, list[0], "read")),
                leaves("say what became of customers", "outcomes.taken_in", () -> takeIn(dana, model)),
                leaves("say the same again", "", () -> takeIn(dana, model)),
                leaves("export the log", "audit.exported", () -> log.export(people.rita(), null, null)),
                leaves("take it as a workbook", "audit.taken_away", () -> log.recordTakenAway(people.rita(), "x")),
                leaves("sign a checkpoint", "checkpoint.asked", () -> checkpoints.write(people.rita())));
    }

    @Test
    void noEventHoldsTheNameOrAddressOfAPerson() {
        String name = "Zebulon " + UUID.randomUUID();
        long before = head();

        everybody.add(new People.NewPerson("z" + UUID.randomUUID(), name, "z@people.example", Set.of(Role.RISK), "x"));

        assertThat(trail.after(before, 10))
                .extracting(AuditEvent::canonical)
                .noneMatch(event -> event.contains("Zebulon") || event.contains("people.example"));
    }

    private DynamicTest leaves(String verb, String actions, Runnable act) {
        return DynamicTest.dynamicTest(verb + " leaves " + (actions.isEmpty() ? "nothing" : actions), () -> {
            long before = head();
            act.run();
            assertThat(String.join(
                            " ",
                            trail.after(before, 100).stream()
                                    .map(AuditEvent::action)
                                    .toList()))
                    .isEqualTo(actions);
        });
    }

    private long head() {
        long head = 0;
        for (List<AuditEvent> page = trail.after(0, 1000); !page.isEmpty(); page = trail.after(head, 1000)) {
            head = page.getLast().seq();
        }
        return head;
    }

    private void register(Actor actor, String model) {
        versions.create(actor, new NewVersion(model, "s3://elsewhere/model", null, "", null, null, Map.of()))
                .orThrow();
    }

    private void deleteHeld(Actor actor, Candidate candidate) {
        try {
            runs.delete(actor, candidate.run().info().id());
        } catch (TrackingRefusal refused) {
            assertThat(refused.reason()).isEqualTo(TrackingRefusal.Reason.PROTECTED);
        }
    }

    private void add() {
        String username = "new-" + UUID.randomUUID();
        everybody.add(new People.NewPerson(username, "Nina New", "", Set.of(Role.VIEWER), "secret"));
    }

    private String link(Actor actor, String username) {
        return ((SignInLinks.Link.Made) links.make(actor, username)).secret();
    }

    private int round(Accounts.NewAccount newcomer) {
        return everybody.entrance(newcomer.username()).orElseThrow().round();
    }

    private Actor of(Accounts.NewAccount newcomer) {
        return new Actor(everybody.byUsername(newcomer.username()).orElseThrow(), Actor.Via.SCREEN, "test");
    }

    private void moved(Actor actor) {
        everybody.setAddress(actor, actor.person().id(), "moved-" + UUID.randomUUID() + "@people.example");
    }

    private UUID hooked(Actor actor) {
        return webhooks.create(
                        actor,
                        new Webhook.Wanted(
                                "verbs",
                                "https://8.8.8.8/verbs",
                                List.of(WebhookEvent.MODEL_VERSION_TAG_DELETED),
                                null,
                                null,
                                Webhook.Status.DISABLED))
                .orThrow()
                .id();
    }

    private static Webhook.Wanted renamed() {
        return new Webhook.Wanted("verbs-2", null, null, null, null, null);
    }

    private UUID issue(Actor actor) {
        AccessTokens.Issue issue = tokens.issue(
                actor, "verbs " + UUID.randomUUID(), clock.instant().plus(Duration.ofDays(2)));
        return ((AccessTokens.Issue.Issued) issue).token().id();
    }

    private long post(Actor actor, String model, Path table) {
        RiskLists.BatchDescription batch = new RiskLists.BatchDescription(
                model, 1, LocalDate.of(2026, 3, 11), 0.2, "subscribers of " + model, null, null, null, List.of("plan"));
        return ((RiskLists.Posted.Listed) lists.post(actor, batch, table))
                .header()
                .number();
    }

    private void takeIn(Actor actor, String model) {
        outcomes.takeIn(actor, Outcomes.Arrival.of(model), folder.resolve("outcomes.csv"));
    }

    private Path table() throws IOException {
        Files.writeString(folder.resolve("outcomes.csv"), "id,outcome,observed_on\na,1,2026-03-12\n");
        return Files.writeString(
                folder.resolve("scored.csv"),
                "id,score,plan,support_tickets_90d,contrib_support_tickets_90d,contrib_bias\na,0.5,basic,5,3,-3\n");
    }
}
