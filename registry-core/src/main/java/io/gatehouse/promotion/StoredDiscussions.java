package io.gatehouse.promotion;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.checks.CheckName;
import io.gatehouse.ids.Digests;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.promotion.PromotionDossier.Comment;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps comments. The audit chain holds that somebody spoke and the digest of what they said, never the words. */
@Component
class StoredDiscussions implements Discussions {
    private static final int LONGEST = 4000;

    private final PromotionRequests requests;
    private final PromotionSteps steps;
    private final JdbcClient jdbc;
    private final JdbcTemplate inserts;
    private final Outbox outbox;
    private final AuditTrail audit;

    StoredDiscussions(
            PromotionRequests requests,
            PromotionSteps steps,
            JdbcClient jdbc,
            JdbcTemplate inserts,
            Outbox outbox,
            AuditTrail audit) {
        this.requests = requests;
        this.steps = steps;
        this.jdbc = jdbc;
        this.inserts = inserts;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Said say(Actor actor, long number, @Nullable CheckName check, String words) {
        if (Permissions.check(actor, Action.READ_PROMOTION) instanceof Permissions.Decision.Denied denied) {
            return new Said.Refused("NOT_PERMITTED", denied.sentence());
        }
        String text = words.strip();
        if (text.isEmpty()) {
            return refused("COMMENT_REQUIRED", Sentences.say("promotion.comment_required"));
        }
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            return refused("INVALID_TEXT", Sentences.say("promotion.text_unfit", "what", "comment"));
        }
        return requests.lock(number)
                .<Said>map(locked -> new Said.Kept(keep(actor, locked.request(), check, text)))
                .orElseGet(() ->
                        refused("UNKNOWN_REQUEST", Sentences.say("promotion.unknown", "request", "PR-" + number)));
    }

    private Comment keep(Actor actor, PromotionRequest request, @Nullable CheckName check, String words) {
        Instant now = steps.now();
        int seq = jdbc.sql("select count(*) + 1 from promotion_comment where request_id = ?")
                .param(request.id())
                .query(Integer.class)
                .single();
        inserts.update(
                "insert into promotion_comment (request_id, seq, check_name, person_id, at, words) values (?, ?, ?, ?, ?, ?)",
                request.id(),
                seq,
                check == null ? null : check.name(),
                actor.person().id(),
                now.atOffset(ZoneOffset.UTC),
                words);
        Map<String, Object> details = new HashMap<>();
        details.put("request", request.number());
        details.put("comment", seq);
        outbox.publish(actor, "promotion.commented", details);
        details.put("words_sha256", Digests.sha256(words));
        if (check != null) {
            details.put("check", check.name());
        }
        audit.append(actor, "promotion.commented", PromotionSteps.object(request), details);
        return new Comment(seq, check, actor.person().displayName(), now, words);
    }

    /** All that was said of a request, in its order. */
    List<Comment> of(UUID request) {
        return jdbc.sql("""
                select c.seq, c.check_name, p.display_name, c.at, c.words from promotion_comment c
                join person p on p.id = c.person_id where c.request_id = ? order by c.seq""")
                .param(request)
                .query((row, index) -> new Comment(
                        row.getInt("seq"),
                        Optional.ofNullable(row.getString("check_name"))
                                .map(CheckName::valueOf)
                                .orElse(null),
                        row.getString("display_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("words")))
                .list();
    }

    private static Said refused(String code, Sentence sentence) {
        return new Said.Refused(code, sentence);
    }
}
