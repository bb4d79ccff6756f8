package io.gatehouse.promotion;

import static io.gatehouse.promotion.RequestState.AWAITING_REVIEW;
import static io.gatehouse.promotion.RequestState.CHANGES_REQUESTED;
import static io.gatehouse.promotion.RequestState.EVALUATING;
import static io.gatehouse.promotion.RequestState.EXECUTED;
import static io.gatehouse.promotion.RequestState.OUTDATED;
import static io.gatehouse.promotion.RequestState.REJECTED;
import static io.gatehouse.promotion.RequestState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions.Asked;
import io.gatehouse.promotion.Promotions.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb that people have, on a request in every state that it can be brought to: the next state, or the code of the refusal. */
@DatabaseTest
class RequestLifeTest {
    /** What people can do. Running the checks, executing and outdating follow from it. */
    enum Deed {
        ASK_AGAIN,
        APPROVE,
        REJECT,
        REQUEST_CHANGES,
        WITHDRAW,
        EVALUATE_AGAIN
    }

    private static final Map<RequestState, String> ENDED =
            Map.of(EXECUTED, "NOT_OPEN", REJECTED, "NOT_OPEN", WITHDRAWN, "NOT_OPEN", OUTDATED, "NOT_OPEN");

    private final PromotionBench bench;
    private final Promotions promotions;
    private final TestPeople people;

    RequestLifeTest(PromotionBench bench, Promotions promotions, TestPeople people) {
        this.bench = bench;
        this.promotions = promotions;
        this.people = people;
    }

    static Stream<Arguments> everything() {
        return Stream.of(EVALUATING, AWAITING_REVIEW, CHANGES_REQUESTED, EXECUTED, REJECTED, WITHDRAWN, OUTDATED)
                .flatMap(state -> Arrays.stream(Deed.values()).map(deed -> Arguments.of(state, deed)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everything")
    void aDeedLeadsOnOrIsRefusedByItsCodeAndLeavesAllAsItWas(RequestState state, Deed deed) {
        Standing request = in(state);
        String expected = expected(state, deed);

        assertThat(did(request, deed)).isEqualTo(expected);

        RequestState after = bench.dossier(people.vera(), request.number).state();
        boolean moved = Arrays.stream(RequestState.values())
                .anyMatch(next -> next.name().equals(expected));
        assertThat(after.name()).isEqualTo(moved ? expected : state.name());
        boolean executed = after == EXECUTED;
        assertThat(bench.champion(people.vera(), request.candidate.model()))
                .isEqualTo(executed ? Integer.valueOf(1) : state == OUTDATED ? Integer.valueOf(2) : null);
    }

    private static String expected(RequestState state, Deed deed) {
        return switch (deed) {
            case ASK_AGAIN -> state == EXECUTED ? "ALREADY_IN_USE" : state.open() ? "the same" : "another";
            case APPROVE -> state == AWAITING_REVIEW ? EXECUTED.name() : "NOT_OPEN";
            case REJECT -> state == AWAITING_REVIEW ? REJECTED.name() : "NOT_OPEN";
            case REQUEST_CHANGES -> state == AWAITING_REVIEW ? CHANGES_REQUESTED.name() : "NOT_OPEN";
            case WITHDRAW -> ENDED.getOrDefault(state, WITHDRAWN.name());
            case EVALUATE_AGAIN ->
                state == AWAITING_REVIEW || state == CHANGES_REQUESTED ? EVALUATING.name() : "NOT_OPEN";
        };
    }

    private String did(Standing request, Deed deed) {
        return switch (deed) {
            case ASK_AGAIN -> asked(request);
            case APPROVE -> voted(request, Choice.APPROVE);
            case REJECT -> voted(request, Choice.REJECT);
            case REQUEST_CHANGES -> voted(request, Choice.REQUEST_CHANGES);
            case WITHDRAW -> said(promotions.withdraw(people.dana(), request.number, "enough"));
            case EVALUATE_AGAIN -> said(promotions.evaluateAgain(people.dana(), request.number));
        };
    }

    private String asked(Standing request) {
        return switch (promotions.ask(
                people.dana(), request.candidate.model(), 1, "champion", Use.HUMAN_REVIEWED, "once more")) {
            case Asked.Open(long number, boolean opened) ->
                number == request.number && !opened ? "the same" : "another";
            case Asked.Refused refused -> refused.code();
        };
    }

    private String voted(Standing request, Choice choice) {
        return said(bench.vote(people.ravi(), request.number, choice, "a reason"));
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.state().name();
            case Outcome.Refused refused -> refused.code();
        };
    }

    private record Standing(PromotionBench.Candidate candidate, long number) {}

    private Standing in(RequestState state) {
        String model = bench.model(people.dana());
        var candidate = bench.candidate(people.dana(), model, TestPredictions.good());
        if (state == EVALUATING) {
            return new Standing(candidate, bench.ask(people.dana(), candidate));
        }
        long number = bench.asked(people.dana(), candidate);
        switch (state) {
            case CHANGES_REQUESTED -> bench.vote(people.priya(), number, Choice.REQUEST_CHANGES, "More, please");
            case EXECUTED -> bench.approve(people.priya(), number);
            case REJECTED -> bench.vote(people.priya(), number, Choice.REJECT, "No");
            case WITHDRAWN -> promotions.withdraw(people.dana(), number, "");
            case OUTDATED ->
                bench.approve(
                        people.priya(),
                        bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good())));
            default -> assertThat(state).isEqualTo(AWAITING_REVIEW);
        }
        assertThat(bench.dossier(people.vera(), number).state()).isEqualTo(state);
        return new Standing(candidate, number);
    }
}
