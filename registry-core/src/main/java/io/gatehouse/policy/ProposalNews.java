package io.gatehouse.policy;

import io.gatehouse.notices.News;
import io.gatehouse.notices.NewsSource;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.outbox.OutboxEvent;
import io.gatehouse.people.Action;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A proposal waits for a second person: those who can be it are told, and afterwards whoever proposed. */
@Component
class ProposalNews implements NewsSource {
    private final ProposalRows rows;
    private final SecondPerson second;
    private final People people;

    ProposalNews(ProposalRows rows, SecondPerson second, People people) {
        this.second = second;
        this.rows = rows;
        this.people = people;
    }

    @Override
    public Optional<News> of(OutboxEvent event) {
        return event.kind().startsWith("policy.") || event.kind().startsWith("value_assumptions.")
                ? rows.find(event.number("proposal")).map(found -> news(event, found))
                : Optional.empty();
    }

    private News news(OutboxEvent event, Proposal proposal) {
        List<Person> seconds = proposal.open() ? seconds(proposal) : List.of();
        return new News(
                "proposal/PC-" + proposal.number(),
                "policy-changes/PC-" + proposal.number(),
                Action.READ_POLICY,
                words(event, proposal, seconds),
                Optional.of(News.ids(seconds)));
    }

    private List<News.Words> words(OutboxEvent event, Proposal proposal, List<Person> seconds) {
        String what = event.kind().substring(event.kind().indexOf('.') + 1);
        return switch (what) {
            case "proposed" ->
                List.of(new News.Words(
                        NoticeKind.YOUR_TURN, seconds, say(event, proposal, "decide"), proposal.reason()));
            case "accepted", "rejected", "outdated" ->
                List.of(new News.Words(
                        NoticeKind.OUTCOME,
                        people.byId(proposal.proposedBy().human()).stream().toList(),
                        say(event, proposal, what),
                        proposal.decision() == null ? "" : proposal.decision().reason()));
            default -> List.of();
        };
    }

    private List<Person> seconds(Proposal proposal) {
        SecondPerson.Decider decider = second.deciderOn(proposal);
        return people.all().stream()
                .filter(person -> decider.objection(News.reader(person)).isEmpty())
                .toList();
    }

    private Sentence say(OutboxEvent event, Proposal proposal, String what) {
        return Sentences.say(
                "notice.proposal." + what,
                "person",
                people.byId(event.personId()).map(Person::displayName).orElse("Gatehouse"),
                "subject",
                ProposalSteps.subject(proposal),
                "proposal",
                "PC-" + proposal.number());
    }
}
