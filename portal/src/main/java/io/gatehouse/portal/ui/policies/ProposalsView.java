package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Table;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** All proposals on policies and value assumptions: those that wait for a second person, then those that are decided. */
@Route(Places.POLICY_CHANGES)
@PermitAll
public class ProposalsView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient ProposalDesk desk;

    ProposalsView(CurrentPerson current, ProposalDesk desk) {
        this.current = current;
        this.desk = desk;
        setPageTitle(text("proposals.title"), text("policies.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Proposal> all = desk.all(current.actor(), false);
        removeAll();
        add(
                new PageHeader(text("proposals.title"))
                        .trail(new Breadcrumbs().to(Places.POLICIES, text("policies.title")))
                        .verdict(text("proposals.verdict")),
                part("proposals.open", all.stream().filter(Proposal::open).toList()),
                part(
                        "proposals.decided",
                        all.stream().filter(each -> !each.open()).toList()));
    }

    private static Section part(String key, List<Proposal> proposals) {
        if (proposals.isEmpty()) {
            return section(text(key), new EmptyState(text(key + ".none"), text("proposals.none.hint")));
        }
        Table table = new Table(text(key))
                .untitled()
                .column(text("proposals.what"))
                .column(text("proposals.state"))
                .column(text("proposals.by"))
                .column(text("proposals.at"))
                .column(text("proposals.why"));
        proposals.forEach(each -> table.row(
                Places.link(Places.proposal(each.number()), ProposalCard.title(each)),
                ProposalCard.badge(each.state()),
                new Span(each.proposedBy().name()),
                new Span(Figures.dateTime(each.proposedAt())),
                new Span(each.reason())));
        return section(text(key), table);
    }
}
