package io.gatehouse.promotion;

import io.gatehouse.people.Person;
import io.gatehouse.promotion.PromotionDossier.Choice;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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

    @Column(name = "voted_at")
    private Instant votedAt;

    @SuppressWarnings("NullAway") // for Hibernate, which fills the fields
    protected PromotionVote() {}

    PromotionVote(UUID id, int round, Person by, Choice choice, String reason, String digest, Instant votedAt) {
        this.id = id;
        this.round = round;
        this.personId = by.id();
        this.humanId = by.answersTo();
        this.choice = choice;
        this.reason = reason;
        this.digest = digest;
        this.votedAt = votedAt;
    }

    boolean isApprovalOf(int ofRound) {
        return round == ofRound && choice == Choice.APPROVE;
    }

    boolean isOf(int ofRound, UUID human) {
        return round == ofRound && humanId.equals(human);
    }
}
