package io.gatehouse.promotion;

import io.gatehouse.delegation.Delegation;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.notices.News;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Approver;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a request concerns as it stands now. */
@Component
class PromotionAudience {
    private final People people;
    private final Delegations delegations;
    private final VoteRules rules;
    private final JdbcClient jdbc;

    PromotionAudience(People people, Delegations delegations, VoteRules rules, JdbcClient jdbc) {
        this.people = people;
        this.delegations = delegations;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** Those whose approval would count now, the order of seats included; also those who review in somebody's stead. */
    List<Voter> voters(PromotionRequest request) {
        if (!request.may(RequestVerb.APPROVE)
                || rules.objectionToEarlier(request).isPresent()) {
            return List.of();
        }
        Set<UUID> delegates = delegations.holding().stream()
                .map(Delegation::to)
                .map(Person::id)
                .collect(Collectors.toSet());
        return people.all().stream()
                .filter(person -> person.active() && person.kind() == Person.Kind.HUMAN)
                .filter(person -> !Approver.of(person.roles()).isEmpty() || delegates.contains(person.id()))
                .map(News::reader)
                .flatMap(actor -> admitted(actor, request).stream())
                .toList();
    }

    private Optional<Voter> admitted(Actor actor, PromotionRequest request) {
        Voter voter = rules.voter(actor);
        return rules.objectionToVoting(actor, voter, request)
                        .or(() -> rules.objectionToSeat(voter, request))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(voter);
    }

    /** Who asked; for a program, whoever answers for it. */
    List<Person> requester(PromotionRequest request) {
        return humans(Stream.of(request.requestedBy()));
    }

    /** Who asked, who trained, who voted or had a vote cast for them, and who spoke. */
    List<Person> participants(PromotionRequest request) {
        return humans(Stream.concat(
                Stream.of(request.requestedBy(), request.trainedBy()),
                jdbc.sql("""
                        select v.person_id from promotion_vote v where v.request_id = :request
                        union select s.person_id from promotion_vote_stands_for s
                              join promotion_vote v on v.id = s.vote_id where v.request_id = :request
                        union select c.person_id from promotion_comment c where c.request_id = :request""").param("request", request.id()).query(UUID.class).list().stream()
                        .filter(Objects::nonNull)));
    }

    private List<Person> humans(Stream<UUID> ids) {
        return ids.distinct()
                .flatMap(id -> people.byId(id).stream())
                .flatMap(person -> person.answersTo().equals(person.id())
                        ? Stream.of(person)
                        : people.byId(person.answersTo()).stream())
                .distinct()
                .toList();
    }
}
