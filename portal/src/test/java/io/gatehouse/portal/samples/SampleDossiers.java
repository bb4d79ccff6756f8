package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.CHURN;
import static io.gatehouse.portal.samples.Story.say;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.search.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request in review, one refused for ROI, one refused for fairness, two approved. */
public final class SampleDossiers implements PromotionDossiers {
    private final Story story;

    public SampleDossiers(Story story) {
        this.story = story;
    }

    @Override
    public List<PromotionRow> rows(Actor actor, Filter filter) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return all().stream()
                .filter(row -> filter.model() == null || row.model().equals(filter.model()))
                .filter(row -> !filter.open() || row.state().open())
                .toList();
    }

    @Override
    public Page<PromotionRow> page(Actor actor, Query query) {
        return new Page<>(
                rows(actor, new Filter(query.model(), false)).stream()
                        .filter(row -> query.states().contains(row.state()))
                        .limit(query.size())
                        .toList(),
                Optional.empty());
    }

    @Override
    public List<PromotionRow> askedBy(Actor actor, UUID person, Set<RequestState> states, int most) {
        return rows(actor, new Filter(null, false)).stream()
                .filter(row -> states.contains(row.state()))
                .filter(row -> !person.equals(actor.person().id())
                        || row.requestedBy().equals(actor.person().displayName()))
                .limit(most)
                .toList();
    }

    @Override
    public List<PromotionRow> changedSince(Actor actor, Instant since, int most) {
        return rows(actor, new Filter(null, false)).stream()
                .filter(row -> moment(row).isAfter(since))
                .sorted(Comparator.comparing(SampleDossiers::moment).reversed())
                .limit(most)
                .toList();
    }

    private static Instant moment(PromotionRow row) {
        return Objects.requireNonNullElse(row.decidedAt(), row.requestedAt());
    }

    @Override
    public Map<RequestState, Long> counts(Actor actor, @Nullable String model) {
        return rows(actor, new Filter(model, false)).stream()
                .collect(Collectors.groupingBy(PromotionRow::state, Collectors.counting()));
    }

    @Override
    public VotesWanted waitingFor(Actor actor, int told, int most) {
        List<VoteWanted> wanted = rows(actor, new Filter(null, true)).stream()
                .filter(row -> row.state() == RequestState.AWAITING_REVIEW)
                .filter(row -> row.waitsFor().stream().anyMatch(actor.person()::has)
                        && !row.requestedBy().equals(actor.person().displayName()))
                .map(row -> new VoteWanted(row, List.of()))
                .limit(most)
                .toList();
        return new VotesWanted(wanted.stream().limit(told).toList(), wanted.size());
    }

    @Override
    public List<String> models(Actor actor, String words, int offset, int most) {
        return rows(actor, new Filter(null, false)).stream()
                .map(PromotionRow::model)
                .filter(model -> model.contains(words))
                .distinct()
                .sorted()
                .skip(offset)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<PromotionDossier> dossier(Actor actor, long number) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return new SampleRequests(story).dossier(actor, number);
    }

    List<PromotionRow> all() {
        return List.of(
                row(
                        SampleRequests.IN_REVIEW,
                        5,
                        RequestState.AWAITING_REVIEW,
                        "Dana Ortiz",
                        2,
                        null,
                        4,
                        0,
                        0,
                        "Needs 1 approval from a reviewer."),
                row(
                        SampleRequests.WORTH_LESS,
                        4,
                        RequestState.REJECTED,
                        "Dana Ortiz",
                        18,
                        story.daysAgo(16),
                        3,
                        1,
                        0,
                        "Rejected by Priya Shah: worth $1.31 less per customer than the version in use."),
                row(
                        SampleRequests.UNFAIR,
                        3,
                        RequestState.REJECTED,
                        "Dmitri Novak",
                        39,
                        story.daysAgo(37),
                        3,
                        1,
                        0,
                        "Rejected by Ravi Menon: finds only 71 leavers aged 18 to 24 for every 100 it finds among others."),
                row(
                        SampleRequests.EXECUTED,
                        2,
                        RequestState.EXECUTED,
                        "Dana Ortiz",
                        97,
                        story.daysAgo(95),
                        4,
                        0,
                        0,
                        "In use since it was approved by Priya Shah."),
                row(
                        3,
                        1,
                        RequestState.EXECUTED,
                        "Dmitri Novak",
                        212,
                        story.daysAgo(210),
                        4,
                        0,
                        0,
                        "In use until version 2 took over."));
    }

    private PromotionRow row(
            long number,
            int version,
            RequestState state,
            String by,
            int daysAgo,
            @Nullable Instant decided,
            int passed,
            int failed,
            int inconclusive,
            String status) {
        return new PromotionRow(
                number,
                CHURN,
                version,
                "champion",
                Use.HUMAN_REVIEWED,
                state,
                by,
                story.daysAgo(daysAgo),
                decided,
                passed,
                failed,
                inconclusive,
                say(status),
                state == RequestState.AWAITING_REVIEW ? Set.of(Role.REVIEWER) : Set.of());
    }
}
