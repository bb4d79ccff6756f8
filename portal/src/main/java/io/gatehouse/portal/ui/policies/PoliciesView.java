package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.evaluation.PolicyUses;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The policy of each use, from the mildest to the strictest. */
@Route(Places.POLICIES)
@PermitAll
public class PoliciesView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Policies policies;
    private final transient PolicyUses uses;
    private final transient ProposalDesk desk;

    PoliciesView(CurrentPerson current, Policies policies, PolicyUses uses, ProposalDesk desk) {
        this.desk = desk;
        this.current = current;
        this.policies = policies;
        this.uses = uses;
        setPageTitle(text("policies.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<PolicyVersion> all = policies.all(current.actor());
        removeAll();
        add(new PageHeader(text("policies.title")).explained(Term.POLICY).verdict(text("policies.verdict")));
        if (all.isEmpty()) {
            add(new EmptyState(text("policies.empty"), text("policies.empty.hint")));
        }
        Section cards = new Section();
        cards.addClassName("gh-cards");
        all.forEach(policy -> cards.add(card(policy)));
        List<Proposal> open = desk.all(current.actor(), true);
        Anchor assumptions = Places.link(Places.VALUE_ASSUMPTIONS, text("policies.assumptions"));
        add(
                cards,
                section(text("proposals.open"), text("proposals.verdict"), proposals(open)),
                section(text("assumptions.title"), text("policies.assumptions.intro"), assumptions));
    }

    private static Div proposals(List<Proposal> open) {
        UnorderedList list = new UnorderedList();
        open.forEach(each -> list.add(new ListItem(
                Places.link(Places.proposal(each.number()), ProposalCard.title(each)),
                new Span(" · "
                        + text("proposal.by.short", each.proposedBy().name(), Figures.date(each.proposedAt()))))));
        Div part = new Div();
        part.addClassName("gh-stack");
        if (open.isEmpty()) {
            part.add(new Paragraph(text("proposals.open.none")));
        } else {
            part.add(list);
        }
        part.add(Places.link(Places.POLICY_CHANGES, text("proposals.all")));
        return part;
    }

    private Article card(PolicyVersion policy) {
        String name = policy.ref().name();
        Anchor link = Places.link(
                Places.policy(name),
                Figures.sentenceCase(Reader.word(policy.ref().use())));
        link.addClassName("gh-title-link");
        Div head = new Div(new H2(link), availability(policy));
        head.addClassName("gh-card-head");
        long judged = uses.evaluations(current.actor(), name).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Paragraph foot = new Paragraph(text(
                "policies.version.line",
                name,
                policy.ref().version(),
                policy.by(),
                Figures.date(policy.at()),
                Figures.whole(judged)));
        foot.addClassName("gh-caption");
        Article card =
                new Article(head, new Paragraph(Reader.said(policy.document().summary())));
        String unavailable = policy.document().unavailable();
        if (unavailable != null) {
            card.add(new Notice(Tone.WATCH, new Paragraph(text("policies.unavailable", Reader.said(unavailable)))));
        }
        card.add(foot);
        card.addClassName("gh-card");
        return card;
    }

    /** Whether a promotion can be asked for under it. */
    static StatusBadge availability(PolicyVersion policy) {
        return policy.document().unavailable() == null
                ? new StatusBadge(Tone.OK, text("policies.available"))
                : new StatusBadge(Tone.NONE, text("policies.not-available"));
    }
}
