package io.gatehouse.portal.api;

import io.gatehouse.notices.Inbox;
import io.gatehouse.notices.Notice;
import io.gatehouse.notices.NoticeChoices;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.portal.address.PublicUrl;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own notices, and how they are told. */
@RestController
@RequestMapping("/api/gatehouse/v1/notices")
class NoticeController {
    private static final int MOST_RESULTS = 200;

    private final Inbox inbox;
    private final NoticeChoices choices;
    private final People people;

    NoticeController(Inbox inbox, NoticeChoices choices, People people) {
        this.inbox = inbox;
        this.choices = choices;
        this.people = people;
    }

    /**
     * @param kind YOUR_TURN, OUTCOME, DISCUSSION or DELEGATION
     * @param subject what it is about, such as promotion/PR-7
     * @param read_at absent while it is new
     * @param done whether it was YOUR_TURN and waits no longer
     */
    record Row(
            String id,
            String kind,
            String subject,
            String sentence,
            String detail,
            Instant at,
            @Nullable Instant read_at,
            boolean done,
            String link) {
        static Row of(Notice notice) {
            return new Row(
                    notice.id().toString(),
                    notice.kind().name(),
                    notice.subject(),
                    notice.title().english(),
                    notice.detail(),
                    notice.at(),
                    notice.readAt(),
                    notice.done(),
                    PublicUrl.link(notice.place()).toString());
        }
    }

    /**
     * @param unread how many are new in all
     * @param next_page_token absent on the last page
     */
    record Page(int unread, List<Row> notices, @Nullable String next_page_token) {}

    /** @param unread how many are new now */
    record Standing(int unread) {}

    /**
     * @param email where mail goes; empty for none
     * @param by_mail for each kind, whether it comes by mail as well; kinds that are left out stay as they are
     */
    record Settings(@Nullable String email, @Nullable Map<String, @Nullable Boolean> by_mail) {}

    /**
     * @param unread only new ones
     * @param kind only of this kind; YOUR_TURN leaves out what waits no longer
     */
    @GetMapping
    Page all(
            Actor actor,
            @RequestParam(name = "unread", defaultValue = "false") boolean unread,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "max_results", defaultValue = "50") int maxResults,
            @RequestParam(name = "page_token", required = false) @Nullable String pageToken) {
        if (maxResults < 1 || maxResults > MOST_RESULTS) {
            throw new UnfitFieldException("max_results", "max_results must be 1 to " + MOST_RESULTS + ".");
        }
        NoticeKind only = kind == null || kind.isEmpty() ? null : RequestFields.oneOf(NoticeKind.class, "kind", kind);
        var found = inbox.page(actor, unread, only, maxResults, Optional.ofNullable(pageToken));
        return new Page(
                inbox.unread(actor),
                found.items().stream().map(Row::of).toList(),
                found.next().orElse(null));
    }

    /** Marks one as read. */
    @PostMapping("/{id}/read")
    Standing read(Actor actor, @PathVariable String id) {
        inbox.mark(actor, id(id), true);
        return new Standing(inbox.unread(actor));
    }

    /** Marks all as read. */
    @PostMapping("/read")
    Standing readAll(Actor actor) {
        inbox.markAll(actor);
        return new Standing(inbox.unread(actor));
    }

    @GetMapping("/settings")
    Settings settings(Actor actor) {
        Set<NoticeKind> mailed = choices.byMail(actor);
        Map<String, @Nullable Boolean> byMail = new TreeMap<>();
        Arrays.stream(NoticeKind.values()).forEach(kind -> byMail.put(kind.name(), mailed.contains(kind)));
        String email =
                people.byId(actor.person().id()).map(person -> person.email()).orElse("");
        return new Settings(email, byMail);
    }

    @PutMapping("/settings")
    Settings choose(Actor actor, @RequestBody Settings wanted) {
        Map<String, @Nullable Boolean> byMail = wanted.by_mail == null ? Map.of() : wanted.by_mail;
        // All kinds are read before any is changed, so that a mistake in one leaves all as they were.
        Map<NoticeKind, Boolean> chosen = new TreeMap<>();
        byMail.forEach((kind, mail) -> chosen.put(
                RequestFields.oneOf(NoticeKind.class, "by_mail", kind), RequestFields.needed("by_mail." + kind, mail)));
        if (wanted.email != null) {
            addressed(people.setAddress(actor, actor.person().id(), wanted.email));
        }
        chosen.forEach((kind, mail) -> choices.choose(actor, kind, mail));
        return settings(actor);
    }

    static void addressed(People.Addressed outcome) {
        if (outcome instanceof People.Addressed.Refused refused) {
            throw new UnfitFieldException("email", refused.sentence().english());
        }
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new ApiRefusal(
                    HttpStatus.BAD_REQUEST,
                    "INVALID_FIELD",
                    "id",
                    "That is no id of a notice.",
                    "GET /api/gatehouse/v1/notices lists yours.");
        }
    }
}
