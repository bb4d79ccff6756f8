package io.gatehouse.notices;

import io.gatehouse.people.Actor;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which kinds of notices each person wants by mail, too. Whoever chose nothing gets all of them. */
@Component
public class NoticeChoices {
    private final JdbcClient jdbc;

    NoticeChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The kinds that come by mail at once; the others are on screen alone. */
    @Transactional(readOnly = true)
    public Set<NoticeKind> byMail(Actor actor) {
        return byMail(actor.person().id());
    }

    Set<NoticeKind> byMail(UUID person) {
        Map<NoticeKind, Boolean> chosen = new EnumMap<>(NoticeKind.class);
        jdbc.sql("select kind, by_mail from notice_choice where person_id = ?")
                .param(person)
                .query((row, index) -> chosen.put(NoticeKind.valueOf(row.getString("kind")), row.getBoolean("by_mail")))
                .list();
        EnumSet<NoticeKind> byMail = EnumSet.allOf(NoticeKind.class);
        byMail.removeIf(kind -> !chosen.getOrDefault(kind, true));
        return byMail;
    }

    /** Chooses for oneself; it counts for what happens from now on. */
    @Transactional
    public void choose(Actor actor, NoticeKind kind, boolean byMail) {
        UUID person = actor.person().id();
        // The row of the person orders two clicks at the same moment, where there is no choice yet that could be
        // locked.
        jdbc.sql("select id from person where id = ? for update")
                .param(person)
                .query(UUID.class)
                .single();
        int changed = jdbc.sql("update notice_choice set by_mail = ? where person_id = ? and kind = ?")
                .params(byMail, person, kind.name())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into notice_choice (person_id, kind, by_mail) values (?, ?, ?)")
                    .params(person, kind.name(), byMail)
                    .update();
        }
    }
}
