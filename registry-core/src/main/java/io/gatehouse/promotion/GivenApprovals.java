package io.gatehouse.promotion;

import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Approver;
import io.gatehouse.sentences.Written;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The approvals that a request was given, as they are worth when they are made use of later. */
@Component
class GivenApprovals {
    private final JdbcClient jdbc;
    private final People people;

    GivenApprovals(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** An approval, as far as it takes to tell what it is worth now. @param standsFor in whose stead it was given, too */
    private record Given(UUID request, UUID voter, Set<Approver> kinds, Set<UUID> standsFor) {
        Stream<UUID> everybody() {
            return Stream.concat(Stream.of(voter), standsFor.stream());
        }
    }

    private record Line(
            UUID vote,
            UUID request,
            UUID voter,
            String kinds,
            @Nullable UUID standsFor) {}

    /** Such as “Priya Shah and Rita Gomez”. */
    String names(PromotionRequest request) {
        return Written.list(approvers(request).stream().map(Person::displayName).toList());
    }

    /** Whoever gave the last one: on their word it is executed. */
    Person last(PromotionRequest request) {
        return approvers(request).getLast();
    }

    /** Whether enough of those who approved still could: nobody is gone, and nobody lost what made them of their kind. */
    boolean hold(PromotionRequest request) {
        Collection<Given> given = given(Set.of(request.id()));
        Map<UUID, Person> known = known(given);
        List<Set<Approver>> kinds = given.stream()
                .map(vote -> kindsNow(vote, known))
                .filter(some -> !some.isEmpty())
                .toList();
        return request.asked().seats().full(kinds);
    }

    /**
     * Those of each request who approved and could not any more, or not as what they were then: with them, no further approval makes
     * enough. By the ids of the requests; those whose approvals all count are left out.
     */
    Map<UUID, List<Person>> lapsed(Set<UUID> requests) {
        Collection<Given> given = given(requests);
        Map<UUID, Person> known = known(given);
        return given.stream()
                .filter(vote -> !kindsNow(vote, known).equals(vote.kinds))
                .collect(Collectors.groupingBy(
                        Given::request,
                        Collectors.mapping(
                                vote -> Objects.requireNonNull(known.get(vote.voter)), Collectors.toList())));
    }

    /** In the order in which they were given. */
    private Collection<Given> given(Set<UUID> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        List<Line> lines = jdbc.sql("""
                select v.id, v.request_id, v.person_id, v.kinds, s.person_id as stands_for
                from promotion_vote v
                     join promotion_request r on r.id = v.request_id and r.round = v.round
                     left join promotion_vote_stands_for s on s.vote_id = v.id
                where v.choice = 'APPROVE' and r.id in (:requests)
                order by v.voted_at, v.id""")
                .param("requests", requests)
                .query((row, index) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("kinds"),
                        row.getObject("stands_for", UUID.class)))
                .list();
        Map<UUID, Given> votes = new LinkedHashMap<>();
        for (Line line : lines) {
            Given vote = votes.computeIfAbsent(
                    line.vote,
                    id -> new Given(line.request, line.voter, PromotionVote.kinds(line.kinds), new HashSet<>()));
            if (line.standsFor != null) {
                vote.standsFor.add(line.standsFor);
            }
        }
        return votes.values();
    }

    private Map<UUID, Person> known(Collection<Given> given) {
        return people.byIds(given.stream().flatMap(Given::everybody).collect(Collectors.toSet()));
    }

    private static Set<Approver> kindsNow(Given vote, Map<UUID, Person> known) {
        if (!Objects.requireNonNull(known.get(vote.voter)).active()) {
            return Set.of();
        }
        Set<Approver> now = vote.everybody()
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(Person::active)
                .flatMap(one -> Approver.of(one.roles()).stream())
                .collect(Collectors.toSet());
        return vote.kinds.stream().filter(now::contains).collect(Collectors.toSet());
    }

    private List<Person> approvers(PromotionRequest request) {
        return request.approvalsGiven().stream()
                .map(vote -> people.byId(vote.personId()).orElseThrow())
                .toList();
    }
}
