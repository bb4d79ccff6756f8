package io.gatehouse.promotion;

import io.gatehouse.policy.Approver;
import io.gatehouse.promotion.PromotionDossier.Choice;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one person said of one round of a request. Written once. */
@Entity
@Table(name = "promotion_vote")
class PromotionVote {
    @Id
    private UUID id;

    @Column(name = "round")
    private int round;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "human_id")
    private UUID humanId;

    @Enumerated(EnumType.STRING)
    private Choice choice;

    private String reason;
    private String digest;
    private String kinds;

    @ElementCollection
    @CollectionTable(name = "promotion_vote_stands_for", joinColumns = @JoinColumn(name = "vote_id"))
    @Column(name = "person_id")
    private Set<UUID> standsFor = new HashSet<>();

    @Column(name = "voted_at")
    private Instant votedAt;

    @SuppressWarnings("NullAway") // for Hibernate, which fills the fields
    protected PromotionVote() {}

    PromotionVote(UUID id, int round, Voter by, Choice choice, String reason, String digest, Instant votedAt) {
        this.id = id;
        this.round = round;
        this.personId = by.person().id();
        this.humanId = by.person().answersTo();
        this.kinds = by.kinds().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        by.standsFor().forEach(one -> standsFor.add(one.answersTo()));
        this.choice = choice;
        this.reason = reason;
        this.digest = digest;
        this.votedAt = votedAt;
    }

    boolean isApprovalOf(int ofRound) {
        return round == ofRound && choice == Choice.APPROVE;
    }

    /** Whether a human has had their say with this vote, by casting it or by having it cast in their stead. */
    boolean isOf(int ofRound, UUID human) {
        return round == ofRound && (humanId.equals(human) || standsFor.contains(human));
    }

    Set<Approver> kinds() {
        return kinds(kinds);
    }

    static Set<Approver> kinds(String joined) {
        return Stream.of(joined.split(","))
                .filter(kind -> !kind.isEmpty())
                .map(Approver::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    UUID personId() {
        return personId;
    }

    Instant at() {
        return votedAt;
    }
}
