package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.policy.Proposal;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.policies.ProposalCard;
import io.gatehouse.promotion.PromotionDossiers.VoteWanted;
import io.gatehouse.promotion.PromotionDossiers.VotesWanted;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What waits for the person who looks; there is no such section when nothing does. */
class NeedsYou {
    static final int MOST_ROWS = 3;

    /** Of more it is only said that there are more. */
    static final int MOST_COUNTED = 100;

    private final List<VoteWanted> waiting;
    private final int count;
    private final boolean more;
    private final List<Proposal> proposals;
    private final Instant now;

    /**
     * @param votes that are wanted of this person, the longest waiting first
     * @param sentBack requests of theirs that they are to change
     * @param proposals on policies and value assumptions that wait for this person
     */
    NeedsYou(VotesWanted votes, List<PromotionRow> sentBack, List<Proposal> proposals, Instant now) {
        this.proposals = proposals;
        this.now = now;
        this.waiting = Stream.concat(
                        votes.first().stream(), sentBack.stream().map(request -> new VoteWanted(request, List.of())))
                .sorted(Comparator.comparing(wanted -> wanted.request().requestedAt()))
                .limit(MOST_ROWS)
                .toList();
        this.count = votes.count() + sentBack.size();
        this.more = votes.count() > MOST_COUNTED;
    }

    Optional<Section> section() {
        if (waiting.isEmpty() && proposals.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        waiting.forEach(wanted -> list.add(line(wanted)));
        proposals.stream().limit(MOST_ROWS).forEach(proposal -> list.add(line(proposal)));
        Section section = new Section(new H2(I18NProvider.translate("home.needs-you")), list);
        section.addClassName("gh-section");
        section.setId("needs-you");
        if (count > MOST_ROWS) {
            section.add(new Paragraph(Places.link(
                    Places.PROMOTIONS,
                    more
                            ? I18NProvider.translate("home.needs-you.more")
                            : I18NProvider.translate("home.needs-you.all", count))));
        }
        if (proposals.size() > MOST_ROWS) {
            section.add(new Paragraph(Places.link(
                    Places.POLICY_CHANGES, I18NProvider.translate("home.needs-you.proposals", proposals.size()))));
        }
        return Optional.of(section);
    }

    private ListItem line(Proposal proposal) {
        Span words = new Span(
                Places.link(
                        Places.proposal(proposal.number()),
                        I18NProvider.translate("home.needs-you.proposal", ProposalCard.title(proposal))),
                new Span(" · "
                        + I18NProvider.translate(
                                "home.waiting", Figures.duration(Duration.between(proposal.proposedAt(), now)))));
        words.addClassName("gh-grow");
        return new ListItem(
                ProposalCard.badge(proposal.state()),
                words,
                new Span(I18NProvider.translate(
                        "proposal.by.short", proposal.proposedBy().name(), Figures.date(proposal.proposedAt()))));
    }

    private ListItem line(VoteWanted wanted) {
        PromotionRow request = wanted.request();
        String key =
                request.state() == RequestState.CHANGES_REQUESTED ? "home.needs-you.change" : "home.needs-you.decide";
        Span words = new Span(
                Places.link(
                        Places.promotion(request.number()),
                        I18NProvider.translate(key, request.model(), request.version())),
                new Span(" · "
                        + I18NProvider.translate(
                                "home.waiting", Figures.duration(Duration.between(request.requestedAt(), now)))));
        if (!wanted.inSteadOf().isEmpty()) {
            words.add(new Span(" · " + I18NProvider.translate("home.needs-you.for", Reader.list(wanted.inSteadOf()))));
        }
        words.addClassName("gh-grow");
        return new ListItem(
                StatusBadge.of(request.state()),
                words,
                new Span(request.statusLine().in(Reader.language())));
    }
}
