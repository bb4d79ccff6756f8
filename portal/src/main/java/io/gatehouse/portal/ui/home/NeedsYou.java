package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Proposal;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.policies.ProposalCard;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits for the person who looks; there is no such section when nothing does. */
class NeedsYou {
    private static final int MOST_ROWS = 3;

    private final Person person;
    private final List<Person> standsFor;
    private final List<PromotionRow> waiting;
    private final boolean more;
    private final List<Proposal> proposals;
    private final Instant now;

    /**
     * @param standsFor those who handed their reviewing to this person
     * @param requests that wait for anybody, the longest waiting first
     * @param more whether there are more of them than these
     * @param proposals on policies and value assumptions that wait for this person
     */
    NeedsYou(
            Person person,
            List<Person> standsFor,
            List<PromotionRow> requests,
            boolean more,
            List<Proposal> proposals,
            Instant now) {
        this.more = more;
        this.proposals = proposals;
        this.person = person;
        this.standsFor = List.copyOf(standsFor);
        this.now = now;
        this.waiting = requests.stream().filter(this::waitsForThem).toList();
    }

    Optional<Section> section() {
        if (waiting.isEmpty() && proposals.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        waiting.stream().limit(MOST_ROWS).forEach(request -> list.add(line(request)));
        proposals.stream().limit(MOST_ROWS).forEach(proposal -> list.add(line(proposal)));
        Section section = new Section(new H2(I18NProvider.translate("home.needs-you")), list);
        section.addClassName("gh-section");
        section.setId("needs-you");
        if (waiting.size() > MOST_ROWS) {
            section.add(new Paragraph(Places.link(
                    Places.PROMOTIONS,
                    more
                            ? I18NProvider.translate("home.needs-you.more")
                            : I18NProvider.translate("home.needs-you.all", waiting.size()))));
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

    /** A request waits for everybody of the kind whose approval is next but the one who asked, and for the one who asked once changes are wanted. */
    private boolean waitsForThem(PromotionRow request) {
        boolean own = request.requestedBy().equals(person.displayName());
        return !own
                        && (request.waitsFor().stream().anyMatch(person::has)
                                || !waitsFor(request).isEmpty())
                || request.state() == RequestState.CHANGES_REQUESTED && own;
    }

    /** Those in whose stead the reader can decide on it: who asked for it handed nothing over that counts here. */
    private List<String> waitsFor(PromotionRow request) {
        boolean asked = standsFor.stream().map(Person::displayName).anyMatch(request.requestedBy()::equals);
        return asked
                ? List.of()
                : standsFor.stream()
                        .filter(one -> request.waitsFor().stream().anyMatch(one::has))
                        .map(Person::displayName)
                        .toList();
    }

    private ListItem line(PromotionRow request) {
        String key =
                request.state() == RequestState.CHANGES_REQUESTED ? "home.needs-you.change" : "home.needs-you.decide";
        Span words = new Span(
                Places.link(
                        Places.promotion(request.number()),
                        I18NProvider.translate(key, request.model(), request.version())),
                new Span(" · "
                        + I18NProvider.translate(
                                "home.waiting", Figures.duration(Duration.between(request.requestedAt(), now)))));
        List<String> others = waitsFor(request);
        if (!others.isEmpty()) {
            words.add(new Span(" · " + I18NProvider.translate("home.needs-you.for", Reader.list(others))));
        }
        words.addClassName("gh-grow");
        return new ListItem(
                StatusBadge.of(request.state()),
                words,
                new Span(request.statusLine().in(Reader.language())));
    }
}
