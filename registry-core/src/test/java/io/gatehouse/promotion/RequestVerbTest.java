package io.gatehouse.promotion;

import static io.gatehouse.promotion.RequestState.APPROVED;
import static io.gatehouse.promotion.RequestState.AWAITING_REVIEW;
import static io.gatehouse.promotion.RequestState.CHANGES_REQUESTED;
import static io.gatehouse.promotion.RequestState.DRAFT;
import static io.gatehouse.promotion.RequestState.EVALUATING;
import static io.gatehouse.promotion.RequestState.EXECUTED;
import static io.gatehouse.promotion.RequestState.EXPIRED;
import static io.gatehouse.promotion.RequestState.OUTDATED;
import static io.gatehouse.promotion.RequestState.REJECTED;
import static io.gatehouse.promotion.RequestState.ROLLED_BACK;
import static io.gatehouse.promotion.RequestState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gatehouse.evaluation.SampleEvaluations;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Approvals;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

/** Every state and every verb: where it leads, or that it leads nowhere. */
class RequestVerbTest {
    private static final Instant NOW = Instant.parse("2026-03-14T10:00:00Z");
    private static final UUID SOMEBODY = new UUID(1, 1);
    private static final ApprovalsAsked ONE_REVIEWER = ApprovalsAsked.of(Approvals.of(1));

    private static final Map<RequestVerb, Map<RequestState, RequestState>> ALLOWED = allowed();

    /** Verb by verb, from which state to which; what is not here is not allowed. */
    private static Map<RequestVerb, Map<RequestState, RequestState>> allowed() {
        Map<RequestVerb, Map<RequestState, RequestState>> table = new EnumMap<>(RequestVerb.class);
        table.put(RequestVerb.EVALUATED, Map.of(EVALUATING, AWAITING_REVIEW));
        table.put(RequestVerb.NOT_EVALUABLE, Map.of(EVALUATING, CHANGES_REQUESTED));
        table.put(RequestVerb.APPROVE, Map.of(AWAITING_REVIEW, APPROVED));
        table.put(RequestVerb.REJECT, Map.of(AWAITING_REVIEW, REJECTED));
        table.put(RequestVerb.REQUEST_CHANGES, Map.of(AWAITING_REVIEW, CHANGES_REQUESTED));
        table.put(
                RequestVerb.EVALUATE_AGAIN,
                Map.of(AWAITING_REVIEW, EVALUATING, CHANGES_REQUESTED, EVALUATING, APPROVED, EVALUATING));
        table.put(RequestVerb.WITHDRAW, fromAllOpen(WITHDRAWN));
        table.put(RequestVerb.EXPIRE, Map.of(AWAITING_REVIEW, EXPIRED, CHANGES_REQUESTED, EXPIRED));
        table.put(RequestVerb.OUTDATE, fromAllOpen(OUTDATED));
        table.put(RequestVerb.SCHEDULE, Map.of(APPROVED, APPROVED));
        table.put(RequestVerb.EXECUTE, Map.of(APPROVED, EXECUTED));
        table.put(RequestVerb.ROLL_BACK, Map.of(EXECUTED, ROLLED_BACK));
        return table;
    }

    private static Map<RequestState, RequestState> fromAllOpen(RequestState end) {
        return Map.of(DRAFT, end, EVALUATING, end, AWAITING_REVIEW, end, CHANGES_REQUESTED, end, APPROVED, end);
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(RequestState.values())
                .flatMap(state -> Arrays.stream(RequestVerb.values()).map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everything")
    void aVerbLeadsWhereTheTableSaysOrChangesNothing(RequestState state, RequestVerb verb) {
        PromotionRequest request = in(state);
        RequestState next = ALLOWED.getOrDefault(verb, Map.of()).get(state);

        assertThat(request.may(verb)).isEqualTo(next != null);
        Throwable refusal = catchThrowable(() -> use(verb, request));

        assertThat(request.state()).isEqualTo(next == null ? state : next);
        if (next == null && verb != RequestVerb.EVALUATED && verb != RequestVerb.NOT_EVALUABLE) {
            assertThat(refusal).isInstanceOf(IllegalStateException.class).hasMessageContaining(verb.name());
        } else {
            // What a job found is dropped in silence if nobody waits for it any more.
            assertThat(refusal).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void onlyABrokenOffRoundIsStartedAnewWhileItsChecksRun(RequestState state) {
        PromotionRequest request = in(state);
        Throwable refusal = catchThrowable(() -> request.evaluateAgain(SOMEBODY, true));

        boolean allowed =
                Set.of(EVALUATING, AWAITING_REVIEW, CHANGES_REQUESTED, APPROVED).contains(state);
        assertThat(refusal == null).isEqualTo(allowed);
        assertThat(request.state()).isEqualTo(allowed ? EVALUATING : state);
    }

    static Stream<RequestState> states() {
        return Arrays.stream(RequestState.values());
    }

    private static void use(RequestVerb verb, PromotionRequest request) {
        switch (verb) {
            case EVALUATED -> request.evaluated(1, SampleEvaluations.of(1).done(), ONE_REVIEWER, "f".repeat(64), NOW);
            case NOT_EVALUABLE -> request.notEvaluable(1, "{}", NOW);
            case APPROVE -> vote(request, Choice.APPROVE);
            case REJECT -> vote(request, Choice.REJECT);
            case REQUEST_CHANGES -> vote(request, Choice.REQUEST_CHANGES);
            case EVALUATE_AGAIN -> request.evaluateAgain(SOMEBODY, false);
            case WITHDRAW -> request.withdrawn(NOW);
            case EXPIRE -> request.expired(NOW);
            case OUTDATE -> request.outdated(NOW);
            case SCHEDULE -> request.scheduled(NOW);
            case EXECUTE -> request.executed(NOW);
            case ROLL_BACK -> request.rolledBack();
        }
    }

    private static void vote(PromotionRequest request, Choice choice) {
        UUID id = new UUID(2, 2);
        Person priya = new Person(id, "priya", "Priya Shah", "", Person.Kind.HUMAN, id, Set.of(Role.REVIEWER), true);
        request.vote(new UUID(3, 3), new Voter(priya, List.of(), List.of()), choice, "a reason", NOW);
    }

    private static PromotionRequest in(RequestState state) {
        PromotionRequest request = new PromotionRequest(
                new PromotionRequest.Opening(
                        SOMEBODY, 1, "champion", Use.HUMAN_REVIEWED, SOMEBODY, SOMEBODY, "", ONE_REVIEWER),
                new UUID(4, 4),
                1,
                new UUID(5, 5),
                NOW);
        ReflectionTestUtils.setField(request, "state", state);
        ReflectionTestUtils.setField(request, "digest", "d".repeat(64));
        return request;
    }
}
