package io.gatehouse.promotion;

import io.gatehouse.notices.News;
import io.gatehouse.notices.News.Words;
import io.gatehouse.notices.NewsSource;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.outbox.OutboxEvent;
import io.gatehouse.people.Action;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells those whose turn it is, and those who wait for news, of what happens to a request. */
@Component
class PromotionNews implements NewsSource {
    private final RequestRows rows;
    private final PromotionRequests requests;
    private final PromotionAudience audience;
    private final StoredDiscussions discussions;
    private final People people;

    PromotionNews(
            RequestRows rows,
            PromotionRequests requests,
            PromotionAudience audience,
            StoredDiscussions discussions,
            People people) {
        this.rows = rows;
        this.requests = requests;
        this.audience = audience;
        this.discussions = discussions;
        this.people = people;
    }

    /** What the words are made of: the event, and the request as it stands by now. */
    private record Matter(OutboxEvent event, RequestRows.Row row, PromotionRequest request, List<Voter> voters) {
        /** Its last step, unless it went on since the event. */
        String lastStep() {
            return event.text("state").equals(row.state().name())
                    ? row.facts().lastStep().english()
                    : "";
        }

        boolean waitsForRequester() {
            return row.state() == RequestState.CHANGES_REQUESTED;
        }
    }

    @Override
    public Optional<News> of(OutboxEvent event) {
        return event.kind().startsWith("promotion.")
                ? rows.one(event.number("request")).map(row -> news(event, row))
                : Optional.empty();
    }

    private News news(OutboxEvent event, RequestRows.Row row) {
        PromotionRequest request = requests.byNumber(row.number());
        Matter matter = new Matter(event, row, request, audience.voters(request));
        return new News(
                PromotionSteps.object(request),
                "promotions/PR-" + row.number(),
                Action.READ_PROMOTION,
                words(matter),
                Optional.of(waitsFor(matter)));
    }

    private Set<UUID> waitsFor(Matter matter) {
        return matter.waitsForRequester()
                ? News.ids(audience.requester(matter.request))
                : News.ids(matter.voters.stream().map(Voter::person).toList());
    }

    private List<Words> words(Matter matter) {
        return switch (matter.event.kind()) {
            case "promotion.evaluated" -> {
                List<Words> all = yourTurn(matter, "decide", false);
                yield all.isEmpty() ? all : with(all, outcome(matter, "evaluated", audience.requester(matter.request)));
            }
            case "promotion.not_evaluable", "promotion.evaluation_failed" ->
                List.of(forRequester(matter, "not_evaluable", false));
            case "promotion.changes_requested" -> List.of(forRequester(matter, "changes", false));
            case "promotion.approved" -> approved(matter);
            case "promotion.reminded" ->
                matter.waitsForRequester()
                        ? List.of(forRequester(matter, "changes.reminded", true))
                        : yourTurn(matter, "reminded", true);
            case "promotion.expiry_announced" ->
                matter.waitsForRequester()
                        ? List.of(forRequester(matter, "expiring.requester", true))
                        : yourTurn(matter, "expiring", true);
            case "promotion.rejected",
                    "promotion.withdrawn",
                    "promotion.scheduled",
                    "promotion.rescheduled",
                    "promotion.voided",
                    "promotion.executed",
                    "promotion.expired",
                    "promotion.outdated",
                    "promotion.rolled_back" ->
                List.of(outcome(
                        matter,
                        matter.event.kind().substring("promotion.".length()),
                        audience.participants(matter.request)));
            case "promotion.commented" -> List.of(commented(matter));
            default -> List.of();
        };
    }

    /** The last approval needed is told as what came of it. */
    private List<Words> approved(Matter matter) {
        return matter.event.text("state").equals(RequestState.AWAITING_REVIEW.name())
                ? with(
                        yourTurn(matter, "decide", false),
                        outcome(matter, "approved", audience.requester(matter.request)))
                : List.of();
    }

    private List<Words> yourTurn(Matter matter, String what, boolean again) {
        String detail = matter.row.note().isBlank()
                ? ""
                : matter.row.requestedBy() + ": " + matter.row.note().strip();
        return matter.voters.stream()
                .map(voter -> new Words(
                        NoticeKind.YOUR_TURN, List.of(voter.person()), turnOf(voter, matter, what), detail, again))
                .toList();
    }

    private Sentence turnOf(Voter voter, Matter matter, String what) {
        String others = voter.standsFor().stream().map(Person::displayName).collect(Collectors.joining(", "));
        return others.isEmpty() || !what.equals("decide")
                ? say(matter, what, Map.of())
                : say(matter, "decide.for", Map.of("others", others));
    }

    private Words forRequester(Matter matter, String what, boolean again) {
        return new Words(
                matter.waitsForRequester() ? NoticeKind.YOUR_TURN : NoticeKind.OUTCOME,
                audience.requester(matter.request),
                say(matter, what, Map.of()),
                matter.lastStep(),
                again);
    }

    private Words outcome(Matter matter, String what, List<Person> to) {
        return new Words(NoticeKind.OUTCOME, to, say(matter, what, Map.of()), matter.lastStep());
    }

    private Words commented(Matter matter) {
        long comment = matter.event.number("comment");
        String words = discussions.of(matter.request.id()).stream()
                .filter(each -> each.number() == comment)
                .map(PromotionDossier.Comment::words)
                .findFirst()
                .orElse("");
        return new Words(
                NoticeKind.DISCUSSION,
                audience.participants(matter.request),
                say(matter, "commented", Map.of()),
                words);
    }

    private Sentence say(Matter matter, String what, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("request", "PR-" + matter.row.number());
        parameters.put("model", matter.row.model());
        parameters.put("version", matter.row.version());
        parameters.put("alias", matter.row.alias());
        parameters.put(
                "person",
                people.byId(matter.event.personId()).map(Person::displayName).orElse("Gatehouse"));
        return Sentences.say("notice.promotion." + what, parameters);
    }

    private static List<Words> with(List<Words> some, Words another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }
}
