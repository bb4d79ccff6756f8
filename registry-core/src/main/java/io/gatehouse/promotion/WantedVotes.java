package io.gatehouse.promotion;

import io.gatehouse.people.Person;
import io.gatehouse.policy.Approver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

        Open withoutApprovals() {
            return new Open(id, number, requestedAt, seats, List.of());
        }
    }

    /** The longest waiting first, without what else is told of them. */
    List<Wanted> of(Voter voter, int most) {
        Set<Approver> kinds = voter.kinds();
        List<Wanted> wanted = new ArrayList<>();
        if (kinds.isEmpty()) {
            return wanted;
        }
        List<Open> looked = look(voter, Instant.EPOCH, 0);
        while (true) {
            // Whether a seat is free hangs on who sits where, which no condition of a query could say.
            asTheyCount(looked).stream()
                    .filter(request -> request.admits(kinds))
                    .limit(most - wanted.size())
                    .map(request -> new Wanted(request.id(), request.number(), inSteadOf(voter, request)))
                    .forEach(wanted::add);
            if (wanted.size() >= most || looked.size() < AT_A_LOOK) {
                return wanted;
            }
            Open last = looked.getLast();
            looked = look(voter, last.requestedAt(), last.number());
        }
    }

    /** Approvals that no longer hold fill no seat: the checks are run again, and then everybody decides anew. */
    private List<Open> asTheyCount(List<Open> looked) {
        Set<UUID> stale = requests.noLongerHold(looked.stream()
                .filter(request -> !request.approvers().isEmpty())
                .map(Open::id)
                .collect(Collectors.toSet()));
        return looked.stream()
                .map(request -> stale.contains(request.id()) ? request.withoutApprovals() : request)
                .toList();
    }

    private static List<Person> inSteadOf(Voter voter, Open request) {
        return voter.standsFor().stream()
                .filter(Person::active)
                .filter(somebody -> request.admits(Approver.of(somebody.roles())))
                .toList();
    }

    /** @param after the moment and the number of the last that was looked at */
    private List<Open> look(Voter voter, Instant after, long number) {
        return jdbc.sql("""
                        select r.id, r.number, r.requested_at, r.approvals_needed, r.approval_kinds, r.approvals_in_order,
                               r.remind_after, r.expires_after,
                               (select string_agg(v.kinds, ';' order by v.voted_at, v.id) from promotion_vote v
                                 where v.request_id = r.id and v.round = r.round and v.choice = 'APPROVE') as approvers
                        from promotion_request r
                        join person asker on asker.id = r.requested_by
                        join person trainer on trainer.id = r.trained_by
                        where r.state = 'AWAITING_REVIEW'
                          and r.requested_at >= :after and (r.requested_at > :after or r.number > :number)
                          and (%s)
                          and asker.answers_to not in (:humans) and trainer.answers_to not in (:humans)
                          and not exists (select 1 from promotion_vote v
                                           where v.request_id = r.id and v.round = r.round and v.human_id in (:humans))
                          and not exists (select 1 from promotion_vote v
                                            join promotion_vote_stands_for f on f.vote_id = v.id
                                           where v.request_id = r.id and v.round = r.round and f.person_id in (:humans))
                        order by r.requested_at, r.number fetch first :most rows only""".formatted(seats(voter.kinds())))
                .param(
                        "humans",
                        voter.pair().stream().map(Person::answersTo).distinct().toList())
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
                RequestRows.approvers(row));
    }
}
