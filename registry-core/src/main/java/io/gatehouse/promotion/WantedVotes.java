package io.gatehouse.promotion;

import io.gatehouse.people.Person;
import io.gatehouse.policy.Approver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests wait for a vote that somebody may cast: the one answer for the menu, which counts them, and for home, which lists them. */
@Component
class WantedVotes {
    /** A look at the open ones is by index and ends with as many; whoever has a seat on few of them takes more looks. */
    private static final int AT_A_LOOK = 100;

    private final JdbcClient jdbc;
    private final RequestRows requests;

    WantedVotes(JdbcClient jdbc, RequestRows requests) {
        this.jdbc = jdbc;
        this.requests = requests;
    }

    /** @param inSteadOf those for whom the voter can decide on it */
    record Wanted(UUID id, long number, List<Person> inSteadOf) {}

    private record Open(UUID id, long number, Instant requestedAt, Seats seats, List<Set<Approver>> approvers) {
        boolean admits(Set<Approver> kinds) {
            return seats.admits(approvers, kinds);
        }

        Open with(List<Set<Approver>> others) {
            return new Open(id, number, requestedAt, seats, others);
        }
    }

    /** The longest waiting first, without what else is told of them. */
    List<Wanted> of(Voter voter, int most) {
        Set<Approver> kinds = voter.kinds();
        List<Wanted> wanted = new ArrayList<>();
        if (kinds.isEmpty()) {
            return wanted;
        }
        Set<UUID> humans = voter.pair().stream().map(Person::answersTo).collect(Collectors.toSet());
        List<Open> looked = look(voter.kinds(), humans, Instant.EPOCH, 0);
        while (true) {
            // Whether a seat is free hangs on who sits where, which no condition of a query could say.
            asTheyCount(undecided(looked, humans)).stream()
                    .filter(request -> request.admits(kinds))
                    .limit(most - wanted.size())
                    .map(request -> new Wanted(request.id(), request.number(), inSteadOf(voter, request)))
                    .forEach(wanted::add);
            if (wanted.size() >= most || looked.size() < AT_A_LOOK) {
                return wanted;
            }
            Open last = looked.getLast();
            looked = look(voter.kinds(), humans, last.requestedAt(), last.number());
        }
    }

    /** Approvals that no longer hold fill no seat: the checks are run again, and then everybody decides anew. */
    private List<Open> asTheyCount(List<Open> looked) {
        Set<UUID> stale = requests.noLongerHold(looked.stream()
                .filter(request -> !request.approvers().isEmpty())
                .map(Open::id)
                .collect(Collectors.toSet()));
        return looked.stream()
                .map(request -> stale.contains(request.id()) ? request.with(List.of()) : request)
                .toList();
    }

    private static List<Person> inSteadOf(Voter voter, Open request) {
        return voter.standsFor().stream()
                .filter(Person::active)
                .filter(somebody -> request.admits(Approver.of(somebody.roles())))
                .toList();
    }

    /**
     * Those on which none of these had their say, with the approvals that were given. Read beside the requests, of which few have any vote:
     * looked up within their query, they took as long as all else.
     */
    private List<Open> undecided(List<Open> looked, Set<UUID> humans) {
        if (looked.isEmpty()) {
            return looked;
        }
        Map<UUID, Map<UUID, Set<Approver>>> approvals = new HashMap<>();
        Set<UUID> decided = new HashSet<>();
        jdbc.sql("""
                select v.id, v.request_id, v.choice, v.kinds, v.human_id, s.person_id as stands_for
                from promotion_vote v
                join promotion_request r on r.id = v.request_id and r.round = v.round
                left join promotion_vote_stands_for s on s.vote_id = v.id
                where v.request_id in (:requests)
                order by v.voted_at, v.id""").param("requests", looked.stream().map(Open::id).toList()).query(row -> {
            UUID request = row.getObject("request_id", UUID.class);
            UUID standsFor = row.getObject("stands_for", UUID.class);
            if (humans.contains(row.getObject("human_id", UUID.class))
                    || standsFor != null && humans.contains(standsFor)) {
                decided.add(request);
            }
            if (row.getString("choice").equals(PromotionDossier.Choice.APPROVE.name())) {
                approvals
                        .computeIfAbsent(request, any -> new LinkedHashMap<>())
                        .put(row.getObject("id", UUID.class), PromotionVote.kinds(row.getString("kinds")));
            }
        });
        return looked.stream()
                .filter(request -> !decided.contains(request.id()))
                .map(request -> approvals.containsKey(request.id())
                        ? request.with(List.copyOf(approvals.get(request.id()).values()))
                        : request)
                .toList();
    }

    /** Without the votes on them. @param after the moment and the number of the last that was looked at */
    private List<Open> look(Set<Approver> kinds, Set<UUID> humans, Instant after, long number) {
        return jdbc.sql("""
                        select r.id, r.number, r.requested_at, r.approvals_needed, r.approval_kinds, r.approvals_in_order,
                               r.remind_after, r.expires_after
                        from promotion_request r
                        join person asker on asker.id = r.requested_by
                        join person trainer on trainer.id = r.trained_by
                        where r.state = 'AWAITING_REVIEW'
                          and r.requested_at >= :after and (r.requested_at > :after or r.number > :number)
                          and (%s)
                          and asker.answers_to not in (:humans) and trainer.answers_to not in (:humans)
                        order by r.requested_at, r.number fetch first :most rows only""".formatted(seats(kinds)))
                .param("humans", humans)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("number", number)
                .param("most", AT_A_LOOK)
                .query(WantedVotes::open)
                .list();
    }

    /** Where any seat is for one of these kinds; of a request that names none, all are for reviewers. */
    private static String seats(Set<Approver> kinds) {
        return kinds.stream()
                .map(kind -> (kind == Approver.REVIEWER ? "r.approval_kinds = '' or " : "") + "r.approval_kinds like '%"
                        + kind.name() + "%'")
                .collect(Collectors.joining(" or "));
    }

    private static Open open(ResultSet row, int index) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                RequestRows.asked(row).seats(),
                List.of());
    }
}
