package io.gatehouse.promotion;

import io.gatehouse.policy.Approvals;
import io.gatehouse.policy.Approver;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose approvals a request needs, as the policy said by which it was judged last.
 *
 * @param number of approvals
 * @param kinds one for each, joined by commas; empty: all by reviewers
 * @param inOrder whether they approve in that order
 * @param remindAfter days of waiting; absent: nobody is reminded
 * @param expiresAfter days of waiting; absent: it never expires
 */
@Embeddable
record ApprovalsAsked(
        @Column(name = "approvals_needed") int number,
        @Column(name = "approval_kinds") String kinds,
        @Column(name = "approvals_in_order") boolean inOrder,
        @Column(name = "remind_after") @Nullable Integer remindAfter,
        @Column(name = "expires_after") @Nullable Integer expiresAfter) {

    static ApprovalsAsked of(Approvals asked) {
        return new ApprovalsAsked(
                asked.number(),
                asked.seats().stream().map(Enum::name).collect(Collectors.joining(",")),
                asked.ordered(),
                asked.remindAfter(),
                asked.expiresAfter());
    }

    Seats seats() {
        List<Approver> seats = kinds.isEmpty()
                ? Collections.nCopies(number, Approver.REVIEWER)
                : Arrays.stream(kinds.split(",")).map(Approver::valueOf).toList();
        return new Seats(seats, inOrder);
    }
}
