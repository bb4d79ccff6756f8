package io.gatehouse.notices;

import io.gatehouse.outbox.Patience;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings notices to their people by further channels, however often that takes. Each attempt is taken by a guarded update that one of
 * several portals wins; a portal that dies with it delays the message and may bring it twice, and never loses it.
 */
@Component
public class Deliveries {
    /** More than so many notices for one person at once come as one message. */
    public static final int MOST_SINGLE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final List<Channel> channels;
    private final People people;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, List<Channel> channels, People people, Clock clock) {
        this.jdbc = jdbc;
        this.channels = List.copyOf(channels);
        this.people = people;
        this.clock = clock;
    }

    /**
     * A message that never arrived.
     *
     * @param channel such as {@code mail}
     * @param person display name
     * @param subject what it was about, such as {@code promotion/PR-7}
     * @param why the last failure
     * @param at when it was given up
     */
    public record Undelivered(String channel, String person, String subject, String why, Instant at) {}

    private record Due(UUID person, String readBy, int attempts, Notice notice) {}

    /** Why the last message to somebody was given up, if nothing arrived since; empty if all is well. */
    @Transactional(readOnly = true)
    public String lastFailure(Actor actor) {
        return jdbc.sql("""
                select d.state, d.message from notice_delivery d join notice n on n.id = d.notice_id
                where n.person_id = ? and d.state in ('SENT', 'FAILED') order by d.done_at desc, n.id desc fetch first 1 rows only""")
                .param(actor.person().id())
                .query((row, index) -> row.getString("state").equals("FAILED") ? row.getString("message") : "")
                .optional()
                .orElse("");
    }

    /** Whether there is any channel besides the screens. */
    public boolean anyChannel() {
        return !channels.isEmpty();
    }

    /** Tries what is due. @return how many notices arrived */
    public int deliver() {
        return channels.stream().mapToInt(this::deliver).sum();
    }

    private int deliver(Channel channel) {
        Map<UUID, List<Due>> byPerson = due(channel).stream()
                .collect(Collectors.groupingBy(Due::person, LinkedHashMap::new, Collectors.toList()));
        int arrived = 0;
        try {
            for (Map.Entry<UUID, List<Due>> each : byPerson.entrySet()) {
                arrived += deliver(channel, people.byId(each.getKey()).orElseThrow(), each.getValue());
            }
        } catch (ChannelAway away) {
            LOG.warn("Nobody can be reached by {} at the moment; it is tried again", channel.name());
        }
        return arrived;
    }

    private int deliver(Channel channel, Person person, List<Due> due) throws ChannelAway {
        if (due.size() > MOST_SINGLE) {
            return bring(channel, person, due);
        }
        int arrived = 0;
        for (Due one : due) {
            arrived += bring(channel, person, List.of(one));
        }
        return arrived;
    }

    private List<Due> due(Channel channel) {
        Instant now = now();
        return jdbc.sql("select d.attempts, n.person_id, n.read_by, " + NoticeRows.COLUMNS + """
                 from notice_delivery d join notice n on n.id = d.notice_id
                where d.channel = ? and d.state = 'WAITING' and (d.next_attempt <= ? or d.next_attempt > ?)
                order by d.next_attempt, n.id fetch first ? rows only""")
                .params(channel.name(), NoticeRows.stored(now), NoticeRows.stored(Patience.farthest(now)), AT_A_TIME)
                .query(Deliveries::due)
                .list();
    }

    private static Due due(ResultSet row, int index) throws SQLException {
        return new Due(
                row.getObject("person_id", UUID.class),
                row.getString("read_by"),
                row.getInt("attempts"),
                NoticeRows.notice(row, index));
    }

    private int bring(Channel channel, Person person, List<Due> wanted) throws ChannelAway {
        List<Due> taken = new ArrayList<>();
        for (Due due : wanted) {
            if (take(channel, due)) {
                if (stillWanted(channel, person, due)) {
                    taken.add(due);
                } else {
                    end(channel, due, "DROPPED", "It was read, or may no longer be read, or there is no address");
                }
            }
        }
        if (taken.isEmpty()) {
            return 0;
        }
        try {
            channel.bring(person, taken.stream().map(Due::notice).toList());
        } catch (NotBroughtException failure) {
            taken.forEach(due -> failed(channel, due, failure, failure.reach()));
            if (failure.reach() == NotBroughtException.Reach.NOBODY_NOW) {
                throw new ChannelAway();
            }
            return 0;
        } catch (RuntimeException failure) {
            // A message that cannot be written must not keep others from theirs.
            taken.forEach(due -> failed(channel, due, failure, NotBroughtException.Reach.NOT_NOW));
            return 0;
        }
        taken.forEach(due -> end(channel, due, "SENT", ""));
        return taken.size();
    }

    private boolean take(Channel channel, Due due) {
        return jdbc.sql("""
                update notice_delivery set attempts = attempts + 1, next_attempt = ?
                where notice_id = ? and channel = ? and attempts = ? and state = 'WAITING'""")
                        .params(
                                NoticeRows.stored(Patience.next(now(), due.attempts)),
                                due.notice.id(),
                                channel.name(),
                                due.attempts)
                        .update()
                == 1;
    }

    /** A role, an account or an address can be gone since, and who read it on screen need not be told again. */
    private static boolean stillWanted(Channel channel, Person person, Due due) {
        return due.notice.unread()
                && channel.reaches(person)
                && Permissions.check(News.reader(person), Action.valueOf(due.readBy))
                        .granted();
    }

    private void failed(Channel channel, Due due, Exception failure, NotBroughtException.Reach reach) {
        boolean last = reach == NotBroughtException.Reach.NEVER || due.attempts + 1 >= Patience.MOST_ATTEMPTS;
        String why = Patience.oneLine(failure);
        LOG.warn(
                "The notice {} did not arrive by {} ({}); {}",
                due.notice.id(),
                channel.name(),
                why,
                last ? "it is given up" : "it is tried again");
        if (last) {
            end(channel, due, "FAILED", why);
            return;
        }
        jdbc.sql("update notice_delivery set message = ? where notice_id = ? and channel = ?")
                .params(why, due.notice.id(), channel.name())
                .update();
    }

    private void end(Channel channel, Due due, String state, String message) {
        jdbc.sql("""
                update notice_delivery set state = ?, message = ?, done_at = ?
                where notice_id = ? and channel = ? and state = 'WAITING'""")
                .params(state, message, NoticeRows.stored(now()), due.notice.id(), channel.name())
                .update();
    }

    /** Messages that were given up, the newest first; for whoever manages people. */
    @Transactional(readOnly = true)
    public List<Undelivered> undelivered(Actor actor, int most) {
        Permissions.require(actor, Action.MANAGE_PEOPLE);
        return jdbc.sql("""
                select d.channel, p.display_name, n.subject, d.message, d.done_at from notice_delivery d
                join notice n on n.id = d.notice_id join person p on p.id = n.person_id
                where d.state = 'FAILED' order by d.done_at desc, n.id fetch first ? rows only""")
                .param(most)
                .query((row, index) -> new Undelivered(
                        row.getString("channel"),
                        row.getString("display_name"),
                        row.getString("subject"),
                        row.getString("message"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Ends a round: whoever is left would not be reached either. */
    private static final class ChannelAway extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
