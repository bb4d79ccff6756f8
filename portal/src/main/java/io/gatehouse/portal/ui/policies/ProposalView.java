package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.people.Action;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposal.JudgingState;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.policy.ProposalChanges;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.ProposalState;
import io.gatehouse.policy.Proposals;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.components.UnsentWords;
import io.gatehouse.portal.ui.components.WhileUnderWay;
import io.gatehouse.portal.ui.policies.ProposalDialog.Verb;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Optional;

/** One proposal, read from top to bottom and then decided: what it says otherwise, and which versions in use it would fail today. */
@Route("policy-changes/:number")
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class ProposalView extends Page implements BeforeEnterObserver {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final transient CurrentPerson current;
    private final transient Proposals proposals;
    private final transient ProposalDesk desk;
    private final transient ProposalChanges changes;
    private long number;
    private boolean judging;
    private final WhileUnderWay following = new WhileUnderWay(this, EVERY, () -> judging, this::refresh);

    ProposalView(CurrentPerson current, Proposals proposals, ProposalDesk desk, ProposalChanges changes) {
        this.current = current;
        this.proposals = proposals;
        this.desk = desk;
        this.changes = changes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String address = event.getRouteParameters().get("number").orElse("");
        String digits = address.startsWith("PC-") ? address.substring(3) : address;
        if (!digits.matches("\\d{1,18}")) {
            throw new NotFoundException(text("proposal.unknown", address));
        }
        number = Long.parseLong(digits);
        show(read().orElseThrow(() -> new NotFoundException(text("proposal.unknown", address))));
        following.check();
    }

    private Optional<Proposal.Read> read() {
        return desk.read(current.actor(), number);
    }

    private void refresh() {
        read().ifPresent(this::show);
        following.check();
    }

    private void show(Proposal.Read read) {
        Proposal proposal = read.proposal();
        judging = proposal.judging().state() == JudgingState.WAITING
                && (proposal.open() || proposal.state() == ProposalState.ACCEPTED);
        setPageTitle("PC-" + number, text("policies.title"));
        removeAll();
        add(header(proposal));
        outcome(proposal).ifPresent(this::add);
        add(unsent(read));
        if (proposal.open()) {
            add(decide(read));
        }
        add(
                section(text("proposal.ahead"), text("proposal.ahead.intro"), ahead(read)),
                section(
                        text("proposal.changes", proposal.base()),
                        ProposalCard.differences(current.actor(), proposal, changes)),
                new ProvenanceLine(text("policies.sha256", proposal.sha256())));
    }

    private static PageHeader header(Proposal proposal) {
        PageHeader header = new PageHeader(ProposalCard.title(proposal))
                .trail(new Breadcrumbs()
                        .to(Places.POLICIES, text("policies.title"))
                        .to(Places.POLICY_CHANGES, text("proposals.title")))
                .badge(ProposalCard.badge(proposal.state()));
        header.add(ProposalCard.reason(proposal), ProposalCard.who(proposal));
        header.add(Places.link(subject(proposal), text("proposal.subject.open")));
        return header;
    }

    private static String subject(Proposal proposal) {
        return switch (proposal.wanted()) {
            case Wanted.Policy(var document) -> Places.policy(document.name());
            case Wanted.Assumptions(var says, var model) ->
                model == null ? Places.VALUE_ASSUMPTIONS : Places.valueAssumptions(model);
        };
    }

    private static Optional<Div> outcome(Proposal proposal) {
        if (proposal.open()) {
            return Optional.empty();
        }
        Proposal.Decision decision = proposal.decision();
        Div notice = new Notice(Tone.INFO);
        notice.add(new Paragraph(
                decision == null
                        ? text("proposal.ended." + proposal.state())
                        : text(
                                "proposal.ended." + proposal.state(),
                                decision.by().name(),
                                Figures.dateTime(decision.at()),
                                String.valueOf(proposal.version()))));
        if (decision != null && !decision.reason().isBlank()) {
            notice.add(new Paragraph(Reader.quoted(decision.reason().strip())));
        }
        return Optional.of(notice);
    }

    /** The buttons that count for the reader, or why there are none. */
    private Section decide(Proposal.Read read) {
        Div row = new Div();
        row.addClassName("gh-toolbar");
        Section section = section(text("proposal.decide"));
        var objection = proposals.objectionToDeciding(current.actor(), read.proposal());
        if (objection.isEmpty()) {
            Button accept = new Button(text("proposal.accept"), click -> ask(read, Verb.ACCEPT));
            accept.addThemeVariants(ButtonVariant.PRIMARY);
            row.add(accept, new Button(text("proposal.reject"), click -> ask(read, Verb.REJECT)));
        } else {
            section.add(new Paragraph(objection.get().in(Reader.language())));
        }
        if (Proposals.mayWithdraw(current.actor(), read.proposal())) {
            row.add(new Button(text("proposal.withdraw"), click -> ask(read, Verb.WITHDRAW)));
        }
        section.add(row);
        return section;
    }

    /** What the reader wrote for a decision that did not come about. */
    private Div unsent(Proposal.Read read) {
        Proposal proposal = read.proposal();
        boolean decides = proposal.open()
                && proposals.objectionToDeciding(current.actor(), proposal).isEmpty();
        boolean withdraws = proposal.open() && Proposals.mayWithdraw(current.actor(), proposal);
        Div all = new Div();
        for (Verb verb : Verb.values()) {
            boolean possible = verb == Verb.WITHDRAW ? withdraws : decides;
            all.add(new UnsentWords(
                    draft(verb),
                    text("proposal.unsent." + verb),
                    possible ? text("unsent.continue") : "",
                    kept -> ask(read, verb)));
        }
        return all;
    }

    private Draft draft(Verb verb) {
        return Draft.of(current.actor().person().id(), "PC-" + number + "." + verb);
    }

    private void ask(Proposal.Read read, Verb verb) {
        new ProposalDialog(
                        read,
                        verb,
                        draft(verb),
                        reason -> switch (verb) {
                            case ACCEPT -> proposals.accept(current.actor(), number, reason);
                            case REJECT -> proposals.reject(current.actor(), number, reason);
                            case WITHDRAW -> proposals.withdraw(current.actor(), number, reason);
                        },
                        this::refresh)
                .open();
    }

    private Div ahead(Proposal.Read read) {
        Div part = new Div();
        part.addClassName("gh-stack");
        Proposal.Judging state = read.proposal().judging();
        boolean mayAsk =
                read.proposal().open() && (current.may(Action.WRITE_POLICY) || current.may(Action.DECIDE_POLICY));
        if (judging) {
            ProgressBar bar = new ProgressBar(0, 100, state.percent());
            bar.getElement().setAttribute("aria-label", text("proposal.judging"));
            Span words = new Span(state.message().isEmpty() ? text("proposal.judging.waiting") : state.message());
            words.getElement().setAttribute("role", "status");
            part.add(bar, words);
            if (mayAsk) {
                part.add(new Button(text("proposal.judging.cancel"), click -> {
                    proposals.cancelJudging(current.actor(), number);
                    refresh();
                }));
            }
            return part;
        }
        if (!read.movedOn().isEmpty()) {
            part.add(movedOn(read));
        }
        switch (state.state()) {
            case DONE -> part.add(new ChampionsAhead(read));
            case FAILED -> part.add(new Paragraph(text("proposal.judging.failed", state.message())));
            default -> part.add(new Paragraph(text("proposal.judging.none")));
        }
        var at = state.at();
        if (at != null) {
            Paragraph when = new Paragraph(text("proposal.judging.at", Figures.dateTime(at)));
            when.addClassName("gh-caption");
            part.add(when);
        }
        if (mayAsk) {
            Div row = new Div(new Button(text("proposal.judging.again"), click -> {
                proposals.judgeAgain(current.actor(), number);
                refresh();
            }));
            row.addClassName("gh-toolbar");
            part.add(row);
        }
        return part;
    }

    /** Others are in use than were judged: whoever decides should not read past that. */
    private static Notice movedOn(Proposal.Read read) {
        UnorderedList models = new UnorderedList();
        read.movedOn().forEach(moved -> models.add(new ListItem(moved.inWords().in(Reader.language()))));
        return new Notice(Tone.WATCH, new Paragraph(text("proposal.moved-on")), models).announced();
    }
}
