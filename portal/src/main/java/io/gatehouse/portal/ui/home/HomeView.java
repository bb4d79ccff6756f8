package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.champions.Champions;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.people.Action;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.risklist.ListDownload;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.PromotionDossiers.VotesWanted;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.rollback.Rollbacks;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first screen: how the versions in use do, what needs the person who looks, and what changed; by role. */
@Route("")
@PermitAll
public class HomeView extends Page implements BeforeEnterObserver {
    private static final int MOST_CARDS = 6;

    private static final Set<RequestState> EVERY_STATE = Set.of(RequestState.values());

    private final transient CurrentPerson current;
    private final transient Champions champions;
    private final transient PromotionDossiers dossiers;
    private final transient RiskLists riskLists;
    private final transient Rollbacks rollbacks;
    private final transient ProposalDesk proposals;
    private final transient Administration administration;
    private final transient WorkbookDownloads downloads;
    private final transient Overrides overrides;
    private final transient Clock clock;

    protected HomeView(
            CurrentPerson current,
            Champions champions,
            PromotionDossiers dossiers,
            RiskLists riskLists,
            Rollbacks rollbacks,
            ProposalDesk proposals,
            Overrides overrides,
            Administration administration,
            WorkbookDownloads downloads,
            Clock clock) {
        this.administration = administration;
        this.downloads = downloads;
        this.overrides = overrides;
        this.proposals = proposals;
        this.current = current;
        this.champions = champions;
        this.dossiers = dossiers;
        this.riskLists = riskLists;
        this.rollbacks = rollbacks;
        this.clock = clock;
        setPageTitle(text("menu.home"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Person person = current.actor().person();
        Instant now = clock.instant();
        List<ChampionSummary> summaries =
                current.may(Action.READ_REGISTRY) ? champions.summaries(current.actor()) : List.of();
        List<RiskListPage.Header> lists =
                current.may(Action.READ_RISK_LIST) ? riskLists.all(current.actor()) : List.of();
        boolean servesCustomers = person.has(Role.CUSTOMER_SUCCESS) && !lists.isEmpty();
        add(new PageHeader(
                        servesCustomers
                                ? text(
                                        "home.headline.list",
                                        Figures.whole(lists.getFirst().listed()))
                                : current.may(Action.READ_REGISTRY) ? headline(summaries) : text("menu.home"))
                .asOf(text("as-of", Figures.dateTime(now)))
                .actions(Places.printLink(Places.HOME)));
        if (!person.roles().isEmpty() && person.roles().stream().allMatch(role -> role == Role.ADMINISTRATOR)) {
            administration.missing().ifPresent(this::add);
            add(section(text("home.administrator"), text("home.administrator.hint"), administration.places()));
            administration.noMail().ifPresent(this::add);
            return;
        }
        needsYou(person, now).section().ifPresent(this::add);
        if (current.may(Action.READ_PROMOTION)) {
            new OpenRollbacks(rollbacks.open(current.actor()), now).section().ifPresent(this::add);
            new OpenOverrides(overrides.concerning(current.actor()), now)
                    .section()
                    .ifPresent(this::add);
        }
        if (current.may(Action.READ_RISK_LIST)) {
            add(new WeeklyLists(lists, summaries, list -> ListDownload.of(current, downloads, list)).section());
        }
        // Without a model there is nothing to look at yet, and connecting a script comes first.
        boolean begins = person.has(Role.DATA_SCIENTIST) && summaries.isEmpty();
        if (begins) {
            add(new Connecting().section());
        }
        add(cards(summaries));
        if (person.has(Role.DATA_SCIENTIST)) {
            add(new OwnRequests(
                            current.may(Action.READ_PROMOTION)
                                    ? dossiers.askedBy(current.actor(), person.id(), EVERY_STATE, OwnRequests.MOST_ROWS)
                                    : List.of())
                    .section());
            if (!begins) {
                add(new Connecting().section());
            }
        }
        if (current.may(Action.READ_PROMOTION)) {
            add(new WhatChanged(
                            dossiers.changedSince(
                                    current.actor(), now.minus(WhatChanged.LATELY), WhatChanged.MOST_ROWS),
                            now)
                    .section());
        }
    }

    private NeedsYou needsYou(Person person, Instant now) {
        List<Proposal> proposed = proposals.waitingFor(current.actor());
        if (!current.may(Action.READ_PROMOTION)) {
            return new NeedsYou(new VotesWanted(List.of(), 0), List.of(), proposed, now);
        }
        return new NeedsYou(
                dossiers.waitingFor(current.actor(), NeedsYou.MOST_ROWS, NeedsYou.MOST_COUNTED + 1),
                dossiers.askedBy(
                        current.actor(), person.id(), Set.of(RequestState.CHANGES_REQUESTED), NeedsYou.MOST_COUNTED),
                proposed,
                now);
    }

    /** “2 models in use. 1 on track, 1 needs attention.” */
    private static String headline(List<ChampionSummary> summaries) {
        List<ChampionSummary> inUse =
                summaries.stream().filter(summary -> summary.version() != null).toList();
        if (inUse.isEmpty()) {
            return text("home.headline.none");
        }
        long trouble = inUse.stream()
                .filter(summary -> summary.health() == Health.WATCH || summary.health() == Health.ACT_NOW)
                .count();
        String inWords = inUse.size() == 1 ? text("home.headline.one") : text("home.headline.many", inUse.size());
        return inWords + " " + health(inUse.size(), trouble);
    }

    private static String health(int inUse, long trouble) {
        if (trouble == 0) {
            return text(inUse == 1 ? "home.headline.good.one" : "home.headline.good");
        }
        if (inUse == 1) {
            return text("home.headline.trouble.only");
        }
        return text(trouble == 1 ? "home.headline.trouble.one" : "home.headline.trouble", trouble);
    }

    private Div cards(List<ChampionSummary> summaries) {
        Div part = new Div();
        if (summaries.isEmpty()) {
            if (current.may(Action.READ_REGISTRY)) {
                boolean unversioned =
                        champions.withoutVersion(current.actor(), 1).count() > 0;
                String none = unversioned ? "home.unversioned" : "home.empty";
                part.add(section(text("menu.models"), new EmptyState(text(none), text(none + ".hint"))));
            }
            return part;
        }
        boolean decisions = current.may(Action.READ_PROMOTION);
        Instant now = clock.instant();
        Div inUse = grid();
        Div candidates = grid();
        List<ChampionSummary> shown = summaries.stream().limit(MOST_CARDS).toList();
        Map<String, ProductionAnswers> answers = champions.answers(
                current.actor(), shown.stream().map(ChampionSummary::model).toList(), now);
        Map<String, RiskLists.Length> newest = riskLists.ofVersionsInUse(
                current.actor(), shown.stream().map(ChampionSummary::model).toList());
        shown.forEach(summary -> (summary.version() == null ? candidates : inUse)
                .add(new ChampionCard(
                        summary, newest.get(summary.model()), answers.get(summary.model()), decisions, now)));
        part.add(section(text("home.champions"), inUse, candidates));
        if (summaries.size() > MOST_CARDS) {
            part.add(Places.link(Places.MODELS, text("home.all-models")));
        }
        return part;
    }

    private static Div grid() {
        Div cards = new Div();
        cards.addClassName("gh-cards");
        return cards;
    }
}
