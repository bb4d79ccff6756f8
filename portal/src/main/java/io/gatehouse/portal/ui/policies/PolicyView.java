package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.gatehouse.evaluation.PolicyUses;
import io.gatehouse.people.Action;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyText;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalChanges;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Snippet;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One version of a policy: its clauses, what it says otherwise than another version, all versions, and the text itself. */
@Route("policies/:name/versions/:version")
@RouteAlias("policies/:name")
@PermitAll
public class PolicyView extends Page implements BeforeEnterObserver {
    private static final String AGAINST = "against";

    private final transient CurrentPerson current;
    private final transient Policies policies;
    private final transient PolicyUses uses;
    private final transient ProposalDesk desk;
    private final transient ProposalChanges changes;

    PolicyView(CurrentPerson current, Policies policies, PolicyUses uses, ProposalDesk desk, ProposalChanges changes) {
        this.desk = desk;
        this.changes = changes;
        this.current = current;
        this.policies = policies;
        this.uses = uses;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get("name").orElse("");
        List<PolicyVersion> versions = policies.versions(current.actor(), name);
        if (versions.isEmpty()) {
            throw new NotFoundException(text("policies.unknown", name));
        }
        PolicyVersion shown = event.getRouteParameters()
                .get("version")
                .map(number -> numbered(versions, number)
                        .orElseThrow(() -> new NotFoundException(text("policies.unknown.version", number, name))))
                .orElse(versions.getFirst());
        Optional<PolicyVersion> other = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AGAINST)
                .flatMap(number -> numbered(versions, number))
                .or(() -> numbered(versions, String.valueOf(shown.ref().version() - 1)))
                .filter(found -> found.ref().version() != shown.ref().version());
        show(shown, versions, other);
    }

    private static Optional<PolicyVersion> numbered(List<PolicyVersion> versions, String number) {
        return versions.stream()
                .filter(version -> String.valueOf(version.ref().version()).equals(number))
                .findFirst();
    }

    private void show(PolicyVersion shown, List<PolicyVersion> versions, Optional<PolicyVersion> other) {
        setPageTitle(shown.ref().name() + " v" + shown.ref().version(), text("policies.title"));
        removeAll();
        add(header(shown, versions.getFirst()));
        String unavailable = shown.document().unavailable();
        if (unavailable != null) {
            Div why = new Notice(Tone.WATCH, new Span(text("policies.unavailable", Reader.said(unavailable))));
            add(why);
        }
        add(section(text("policies.clauses"), text("policies.clauses.intro"), PolicyClauses.of(shown.document())));
        other.ifPresent(against -> add(section(
                text("policies.changes", against.ref().version(), shown.ref().version()),
                PolicyClauses.changes(against.document(), shown.document()))));
        List<Proposal> proposals = desk.ofPolicy(current.actor(), shown.ref().name());
        if (inForce(shown, versions)) {
            add(open(proposals));
        }
        add(versions(shown, versions, proposals), yaml(shown));
        add(new ProvenanceLine(
                text("policies.sha256", shown.ref().sha256()),
                text("policies.put", shown.by(), Figures.dateTime(shown.at()))));
    }

    private static boolean inForce(PolicyVersion shown, List<PolicyVersion> versions) {
        return shown.ref().version() == versions.getFirst().ref().version();
    }

    private Section open(List<Proposal> proposals) {
        Div cards = new Div();
        cards.addClassName("gh-stack");
        proposals.stream()
                .filter(Proposal::open)
                .forEach(each -> cards.add(new ProposalCard(current.actor(), each, changes)));
        if (cards.getComponentCount() == 0) {
            cards.add(new Paragraph(text("proposals.open.none")));
        }
        return section(text("proposals.open"), text("proposals.open.intro"), cards);
    }

    /** “Rita Okafor, accepted by Priya Shah” where two people agreed on it. */
    private static Component by(PolicyVersion version, List<Proposal> proposals) {
        for (Proposal each : proposals) {
            Proposal.Decision decision = each.decision();
            if (decision != null && Integer.valueOf(version.ref().version()).equals(each.version())) {
                return new Span(
                        new Span(text(
                                        "proposal.accepted-by",
                                        version.by(),
                                        decision.by().name()) + " "),
                        Places.link(Places.proposal(each.number()), "PC-" + each.number()));
            }
        }
        return new PersonTag(version.by());
    }

    private PageHeader header(PolicyVersion shown, PolicyVersion newest) {
        String name = shown.ref().name();
        boolean inForce = shown.ref().version() == newest.ref().version();
        PageHeader header = new PageHeader(
                        text("policies.heading", name, shown.ref().version()))
                .trail(new Breadcrumbs().to(Places.POLICIES, text("policies.title")))
                .badge(
                        inForce
                                ? PoliciesView.availability(shown)
                                : new StatusBadge(
                                        Tone.NONE,
                                        text("policies.earlier", newest.ref().version())))
                .verdict(Reader.said(shown.document().summary()))
                .asOf(text("policies.for", Reader.word(shown.ref().use())));
        header.actions(button(Places.planner(name), "planner.title"));
        if (current.may(Action.WRITE_POLICY)) {
            header.actions(button(Places.policyEditor(name), "policies.edit"));
        }
        return header;
    }

    private Section versions(PolicyVersion shown, List<PolicyVersion> versions, List<Proposal> proposals) {
        Table table = new Table(text("policies.versions"))
                .untitled()
                .column(text("policies.version"))
                .column(text("policies.by"))
                .column(text("policies.at"))
                .numberColumn(text("policies.judged"))
                .column(text("policies.compare"));
        Map<Integer, Long> judged =
                uses.evaluations(current.actor(), shown.ref().name());
        for (PolicyVersion version : versions) {
            int number = version.ref().version();
            table.row(
                    Places.link(Places.policy(shown.ref().name(), number), text("policies.version.short", number)),
                    by(version, proposals),
                    new Span(Figures.dateTime(version.at())),
                    new Span(Figures.whole(judged.getOrDefault(number, 0L))),
                    comparison(shown, number));
        }
        return section(text("policies.versions"), text("policies.versions.intro"), table);
    }

    private static Component comparison(PolicyVersion shown, int number) {
        int version = shown.ref().version();
        return number == version
                ? new Span(text("policies.compare.this"))
                : Places.link(
                        Places.policy(shown.ref().name(), version) + "?" + AGAINST + "=" + number,
                        text("policies.compare.with", number));
    }

    private static Section yaml(PolicyVersion shown) {
        String text = PolicyText.yaml(shown.document());
        String file = shown.ref().name() + "-v" + shown.ref().version() + ".yaml";
        DownloadButton download = new DownloadButton(
                text("policies.download", file),
                () -> Optional.of(new Download(
                        file, "application/yaml", out -> out.write(text.getBytes(StandardCharsets.UTF_8)))));
        Div row = new Div(download);
        row.addClassName("gh-toolbar");
        return section(
                text("policies.yaml"),
                text("policies.yaml.intro"),
                new Snippet(text("policies.yaml.label"), text),
                row);
    }

    private static Anchor button(String place, String key) {
        Anchor button = Places.button(place, text(key));
        return button;
    }
}
