package io.gatehouse.savedviews;

import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The views that each person keeps of each table, for nobody else. A place is the address of the table without its choices. */
@Component
public class SavedViews {
    /** Of one person and one table: the list stays short. */
    public static final int MOST = 20;

    public static final int LONGEST_NAME = 60;

    /** An address that is longer than this, some browsers and mail programs cut. */
    public static final int LONGEST_CHOICES = 8_000;

    private static final String SELECT = "select id, name, choices, is_default from saved_view ";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of keeping a view. */
    public sealed interface Result {
        record Kept(SavedView view) implements Result {}

        /** Another view of this table has the name. */
        record NameTaken() implements Result {}

        /** No name, or one that is too long. */
        record NotAName() implements Result {}

        /** There are as many as there can be. */
        record TooMany() implements Result {}

        /** Too much is chosen for one address. */
        record TooLong() implements Result {}

        /** It was deleted meanwhile. */
        record Gone() implements Result {}
    }

    /** One's own of this table, by name. */
    @Transactional(readOnly = true)
    public List<SavedView> of(Actor actor, String place) {
        return jdbc.sql(SELECT + "where person_id = ? and place = ? order by name_key")
                .params(actor.person().id(), place)
                .query((row, index) -> new SavedView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("choices"),
                        row.getBoolean("is_default")))
                .list();
    }

    /** The one that the table opens with, if there is such. */
    @Transactional(readOnly = true)
    public Optional<SavedView> usual(Actor actor, String place) {
        return of(actor, place).stream().filter(SavedView::usual).findFirst();
    }

    /** Keeps a view under a name of its own. */
    @Transactional
    public Result save(Actor actor, String place, String name, String choices) {
        return insert(actor, place, new SavedView(ids.next(), name.strip(), choices, false));
    }

    @Transactional
    public Result rename(Actor actor, String place, UUID id, String name) {
        String wanted = name.strip();
        List<SavedView> mine = locked(actor, place);
        Optional<SavedView> view = one(mine, id);
        if (view.isEmpty()) {
            return new Result.Gone();
        }
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            return new Result.NotAName();
        }
        if (mine.stream()
                .anyMatch(other -> !other.id().equals(id) && key(other.name()).equals(key(wanted)))) {
            return new Result.NameTaken();
        }
        jdbc.sql("update saved_view set name = ?, name_key = ? where id = ?")
                .params(wanted, key(wanted), id)
                .update();
        return new Result.Kept(
                new SavedView(id, wanted, view.get().choices(), view.get().usual()));
    }

    /** @return what was deleted, so that it can be brought back with {@link #restore}; empty if it is gone already */
    @Transactional
    public Optional<SavedView> delete(Actor actor, String place, UUID id) {
        Optional<SavedView> view = one(locked(actor, place), id);
        view.ifPresent(gone ->
                jdbc.sql("delete from saved_view where id = ?").param(id).update());
        return view;
    }

    /** As it was before it was deleted; not the usual one if another is by now. */
    @Transactional
    public Result restore(Actor actor, String place, SavedView deleted) {
        return insert(actor, place, deleted);
    }

    /** The table opens with this one from now on; with none where none is named. */
    @Transactional
    public void makeUsual(Actor actor, String place, Optional<UUID> id) {
        locked(actor, place);
        jdbc.sql("update saved_view set is_default = false where person_id = ? and place = ? and is_default")
                .params(actor.person().id(), place)
                .update();
        id.ifPresent(chosen -> jdbc.sql(
                        "update saved_view set is_default = true where person_id = ? and place = ? and id = ?")
                .params(actor.person().id(), place, chosen)
                .update());
    }

    /** Columns that somebody chose last; they are there again at the next visit. */
    @Transactional
    public void rememberColumns(Actor actor, String place, String columns) {
        if (columns.length() > LONGEST_CHOICES) {
            return;
        }
        lock(actor);
        int known = jdbc.sql("update remembered_columns set columns_chosen = ? where person_id = ? and place = ?")
                .params(columns, actor.person().id(), place)
                .update();
        if (known == 0) {
            jdbc.sql("insert into remembered_columns (person_id, place, columns_chosen) values (?, ?, ?)")
                    .params(actor.person().id(), place, columns)
                    .update();
        }
    }

    /** Empty while nothing was chosen. */
    @Transactional(readOnly = true)
    public String rememberedColumns(Actor actor, String place) {
        return jdbc.sql("select columns_chosen from remembered_columns where person_id = ? and place = ?")
                .params(actor.person().id(), place)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Result insert(Actor actor, String place, SavedView wanted) {
        List<SavedView> mine = locked(actor, place);
        if (wanted.name().isEmpty() || wanted.name().length() > LONGEST_NAME) {
            return new Result.NotAName();
        }
        if (wanted.choices().length() > LONGEST_CHOICES) {
            return new Result.TooLong();
        }
        if (mine.size() >= MOST) {
            return new Result.TooMany();
        }
        if (mine.stream().anyMatch(other -> key(other.name()).equals(key(wanted.name())))) {
            return new Result.NameTaken();
        }
        boolean usual = wanted.usual() && mine.stream().noneMatch(SavedView::usual);
        jdbc.sql("""
                        insert into saved_view (id, person_id, place, name, name_key, choices, is_default, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        wanted.id(),
                        actor.person().id(),
                        place,
                        wanted.name(),
                        key(wanted.name()),
                        wanted.choices(),
                        usual,
                        clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
        return new Result.Kept(new SavedView(wanted.id(), wanted.name(), wanted.choices(), usual));
    }

    private List<SavedView> locked(Actor actor, String place) {
        lock(actor);
        return of(actor, place);
    }

    /** Two clicks of one person at the same moment come one after the other. */
    private void lock(Actor actor) {
        jdbc.sql("select id from person where id = ? for update")
                .param(actor.person().id())
                .query(UUID.class)
                .single();
    }

    private static Optional<SavedView> one(List<SavedView> views, UUID id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
