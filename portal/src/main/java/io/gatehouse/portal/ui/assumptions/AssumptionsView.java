package io.gatehouse.portal.ui.assumptions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.gatehouse.evaluation.PolicyUses;
import io.gatehouse.house.Outcome;
import io.gatehouse.people.Action;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalChanges;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.Proposals;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.policy.ValueVersion;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.policies.ProposalCard;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What money is counted with: the version that counts, its history, and for those who answer for it the next version. */
@Route("models/:name/value-assumptions/versions/:version")
@RouteAlias("models/:name/value-assumptions")
@RouteAlias("value-assumptions/versions/:version")
@RouteAlias(Places.VALUE_ASSUMPTIONS)
@PermitAll
public class AssumptionsView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient ValueBook book;
    private final transient RegisteredModels models;
    private final transient PolicyUses uses;
    private final transient Proposals proposals;
    private final transient ProposalDesk desk;
    private final transient ProposalChanges changes;

    AssumptionsView(
            CurrentPerson current,
            ValueBook book,
            RegisteredModels models,
            PolicyUses uses,
            Proposals proposals,
            ProposalDesk desk,
            ProposalChanges changes) {
        this.proposals = proposals;
        this.desk = desk;
        this.changes = changes;
        this.current = current;
        this.book = book;
        this.models = models;
        this.uses = uses;
    }

    /** Whose assumptions are shown; the installation's where there is no model. */
    private record Whose(@Nullable String name, @Nullable UUID id) {
        String place() {
            return name == null ? Places.VALUE_ASSUMPTIONS : Places.valueAssumptions(name);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Whose whose = event.getRouteParameters().get("name").map(this::model).orElseGet(() -> new Whose(null, null));
        List<ValueVersion> own = book.versions(current.actor(), whose.id());
        List<ValueVersion> house = whose.id() == null ? List.of() : book.versions(current.actor(), null);
        Optional<ValueVersion> newest =
                own.stream().findFirst().or(() -> house.stream().findFirst());
        Optional<ValueVersion> shown = event.getRouteParameters()
                .get("version")
                .map(number -> numbered(own, number)
                        .or(() -> numbered(house, number))
                        .orElseThrow(() -> new NotFoundException(text("assumptions.unknown", number))))
                .or(() -> newest);
        removeAll();
        setPageTitle(text("assumptions.title"), whose.name() == null ? text("policies.title") : whose.name());
        if (shown.isEmpty()) {
            add(
                    new PageHeader(heading(whose)).explained(Term.VALUE_ASSUMPTIONS),
                    new EmptyState(text("assumptions.empty"), text("assumptions.empty.hint")));
            return;
        }
        show(whose, shown.get(), newest.orElse(shown.get()), own);
    }

    private Whose model(String name) {
        return switch (models.find(current.actor(), name)) {
            case Outcome.Done<RegisteredModel>(RegisteredModel found) -> new Whose(found.name(), found.id());
            case Outcome.Refused<RegisteredModel> unknown -> throw new NotFoundException(text("models.unknown", name));
        };
    }

    private static Optional<ValueVersion> numbered(List<ValueVersion> versions, String number) {
        return versions.stream()
                .filter(version ->
                        String.valueOf(version.assumptions().version()).equals(number))
                .findFirst();
    }

    private static String heading(Whose whose) {
        return whose.name() == null ? text("assumptions.installation") : text("assumptions.heading", whose.name());
    }

    private void show(Whose whose, ValueVersion shown, ValueVersion newest, List<ValueVersion> own) {
        boolean counts = shown.assumptions().version() == newest.assumptions().version();
        boolean borrowed = whose.id() != null && shown.assumptions().model() == null;
        add(header(whose, shown, counts ? null : newest));
        if (borrowed && counts) {
            add(new Notice(Tone.INFO, new Span(text("assumptions.borrowed"))));
        }
        boolean writes = counts && current.may(Action.WRITE_POLICY);
        AssumptionsFacts facts = new AssumptionsFacts(shown.assumptions());
        add(section(text("assumptions.now"), facts));
        if (counts) {
            add(open(whose));
        }
        if (writes) {
            Div answer = new Div();
            answer.getElement().setAttribute("role", "status");
            AssumptionsForm form = new AssumptionsForm(
                    shown.assumptions(), whose.id(), current.actor().person().id());
            form.onWanted(wanted -> {
                if (propose(whose, shown, wanted, answer)) {
                    form.sent();
                }
            });
            add(section(text("assumptions.next"), text("assumptions.next.intro"), form, answer));
        }
        add(history(whose, own));
        add(new ProvenanceLine(
                text("policies.sha256", ValueBook.sha256(shown.assumptions())),
                text(
                        "assumptions.used",
                        Figures.whole(uses.countedWith(
                                current.actor(), shown.assumptions().version())))));
    }

    private static PageHeader header(Whose whose, ValueVersion shown, @Nullable ValueVersion newest) {
        ValueAssumptions says = shown.assumptions();
        Breadcrumbs trail = whose.name() == null
                ? new Breadcrumbs().to(Places.POLICIES, text("policies.title"))
                : new Breadcrumbs().to(Places.MODELS, text("menu.models")).to(Places.model(whose.name()), whose.name());
        StatusBadge badge = newest == null
                ? new StatusBadge(Tone.OK, text("assumptions.counts", says.version()))
                : new StatusBadge(
                        Tone.NONE,
                        text(
                                "assumptions.earlier",
                                says.version(),
                                newest.assumptions().version()));
        return new PageHeader(heading(whose))
                .explained(Term.VALUE_ASSUMPTIONS)
                .trail(trail)
                .badge(badge)
                .verdict(text(
                        "assumptions.verdict",
                        Figures.money(says.customerValue()),
                        Figures.percent(says.saveRate()),
                        AssumptionsForm.breakEven(says.breakEvenScore())))
                .asOf(text("assumptions.put", says.owner(), shown.by(), Figures.dateTime(shown.at())));
    }

    /** What was typed stays in the form unless a proposal came of it; whether one did. */
    private boolean propose(Whose whose, ValueVersion base, ValueAssumptions wanted, Div answer) {
        Proposals.Proposed proposed = proposals.propose(
                current.actor(),
                new Proposal.Wanted.Assumptions(wanted, whose.name()),
                wanted.reason(),
                Objects.equals(base.assumptions().model(), whose.id())
                        ? base.assumptions().version()
                        : 0);
        answer.removeAll();
        switch (proposed) {
            case Proposals.Proposed.Open(long number, boolean opened) ->
                getUI().ifPresent(ui -> Places.go(ui, Places.proposal(number)));
            case Proposals.Proposed.Unchanged unchanged -> answer.add(notice(text("assumptions.unchanged")));
            case Proposals.Proposed.Refused refused ->
                answer.add(notice(refused.sentence().in(Reader.language())));
        }
        return proposed instanceof Proposals.Proposed.Open;
    }

    private static Div notice(String words) {
        Div notice = new Notice(Tone.ACT, new Span(words));
        return notice;
    }

    private Section open(Whose whose) {
        Div cards = new Div();
        cards.addClassName("gh-stack");
        desk.ofAssumptions(current.actor(), whose.id()).stream()
                .filter(Proposal::open)
                .forEach(each -> cards.add(new ProposalCard(current.actor(), each, changes)));
        if (cards.getComponentCount() == 0) {
            cards.add(new Span(text("proposals.open.none")));
        }
        return section(text("proposals.open"), text("proposals.open.intro"), cards);
    }

    private Section history(Whose whose, List<ValueVersion> own) {
        if (own.isEmpty()) {
            return section(
                    text("policies.versions"), new EmptyState(text("assumptions.none"), text("assumptions.none.hint")));
        }
        Table table = new Table(text("policies.versions"))
                .untitled()
                .column(text("policies.version"))
                .column(text("policies.by"))
                .column(text("assumptions.owner"))
                .column(text("assumptions.reason"))
                .numberColumn(text("assumptions.worth"))
                .numberColumn(text("assumptions.rate"));
        own.forEach(version -> table.row(row(whose, version)));
        return section(text("policies.versions"), text("assumptions.keep"), table);
    }

    private static Component[] row(Whose whose, ValueVersion version) {
        ValueAssumptions says = version.assumptions();
        return new Component[] {
            Places.link(whose.place() + "/versions/" + says.version(), text("policies.version.short", says.version())),
            new Span(version.by() + ", " + Figures.date(version.at())),
            new Span(says.owner()),
            new Span(says.reason()),
            new Span(Figures.money(says.customerValue())),
            new Span(Figures.percent(says.saveRate()))
        };
    }
}
