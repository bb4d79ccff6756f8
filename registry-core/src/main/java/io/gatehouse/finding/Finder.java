package io.gatehouse.finding;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.registry.Purpose;
import io.gatehouse.search.Beginning;
import io.gatehouse.search.CaseFold;
import io.gatehouse.search.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what somebody names by a word or a number, of each kind the best few. Whoever may not read a kind finds nothing of it. Names of
 * models and experiments are read through, of which a house has thousands; runs, of which it has many more, are found by how their names
 * or ids begin.
 */
@Component
public class Finder {
    /** Lists that are walked for the newest of each kind: four a day for a quarter of a year. */
    private static final int LATELY = 400;

    /** Enough for every name, and short enough to compare. */
    public static final int LONGEST = 255;

    private static final Pattern NUMBER = Pattern.compile("(?:(PR|RL)-?)?(\\d{1,18})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CUSTOMER = Pattern.compile("(?!(?i:PR|RL)-?\\d)(?=\\S*\\d)\\S{3,}");
    private static final Pattern START_OF_RUN = Pattern.compile("[0-9a-f]{4,32}");

    private final JdbcClient jdbc;

    Finder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Everything of all kinds that fits.
     *
     * @param customersOn if nothing else is called so and a customer can be: the newest list of each model and population, on
     *     which somebody may look for them. Whether they are on it is not looked up, since that would be a look at the list, which goes on record.
     */
    public record Everything(
            Findings<Found.Model> models,
            Findings<Found.Request> requests,
            Findings<Found.RiskList> lists,
            Findings<Found.RiskList> customersOn,
            Findings<Found.Experiment> experiments,
            Findings<Found.Run> runs) {
        static final Everything NOTHING = new Everything(
                Findings.none(), Findings.none(), Findings.none(), Findings.none(), Findings.none(), Findings.none());

        private Everything orCustomer(Findings<Found.RiskList> on) {
            return new Everything(models, requests, lists, on, experiments, runs);
        }
    }

    /**
     * Nothing for words that are blank.
     *
     * @param words part of a name, {@code PR-4}, {@code RL-2}, or how the name or id of a run begins; cut at {@link #LONGEST} characters
     * @param most of each kind
     */
    @Transactional(readOnly = true)
    public Everything find(Actor actor, String words, int most) {
        String wanted = words.replace("\0", "").strip();
        if (wanted.isEmpty()) {
            return Everything.NOTHING;
        }
        String cut = wanted.substring(0, Math.min(wanted.length(), LONGEST));
        String name = LikePattern.containing(Objects.requireNonNull(CaseFold.fold(cut)));
        Everything called = new Everything(
                may(actor, Action.READ_REGISTRY) ? Findings.of(models(name, most + 1), most) : Findings.none(),
                may(actor, Action.READ_PROMOTION)
                        ? Findings.of(requests(number(cut, "PR"), name, most + 1), most)
                        : Findings.none(),
                may(actor, Action.READ_RISK_LIST)
                        ? Findings.of(lists(number(cut, "RL"), name, most + 1), most)
                        : Findings.none(),
                Findings.none(),
                may(actor, Action.READ_TRACKING) ? Findings.of(experiments(name, most + 1), most) : Findings.none(),
                may(actor, Action.READ_TRACKING) ? Findings.of(runs(cut, most + 1), most) : Findings.none());
        return called.equals(Everything.NOTHING)
                        && may(actor, Action.READ_RISK_LIST)
                        && CUSTOMER.matcher(cut).matches()
                ? called.orCustomer(Findings.of(newestLists(most + 1), most))
                : called;
    }

    private static boolean may(Actor actor, Action action) {
        return Permissions.check(actor, action).granted();
    }

    /** The number in {@code PR-4} or {@code 4}; none in {@code RL-4} if requests are asked for. */
    private static OptionalLong number(String words, String kind) {
        Matcher number = NUMBER.matcher(words);
        return number.matches() && (number.group(1) == null || number.group(1).equalsIgnoreCase(kind))
                ? OptionalLong.of(Long.parseLong(number.group(2)))
                : OptionalLong.empty();
    }

    /** Those whose names begin with the words come first. Prompts are none. */
    private List<Found.Model> models(String name, int most) {
        return jdbc.sql("""
                select m.name, coalesce(m.description, '') as description from registered_model m
                where m.deleted_at is null and fold_case(m.name) like ? escape '!'
                  and not exists (select 1 from registered_model_tag t
                                   where t.model_id = m.id and t.tag_key = 'mlflow.prompt.is_prompt' and t.tag_value = 'true')
                order by case when fold_case(m.name) like ? escape '!' then 0 else 1 end, m.name limit ?""")
                .params(name, name.substring(1), most)
                .query((row, index) -> new Found.Model(row.getString("name"), Purpose.of(row.getString("description"))))
                .list();
    }

    /** One by its number, or those of models by name: what waits first, then the newest. */
    private List<Found.Request> requests(OptionalLong number, String name, int most) {
        String which = number.isPresent() ? "r.number = ?" : "fold_case(m.name) like ? escape '!'";
        return jdbc.sql("""
                select r.number, m.name, r.version, r.state, r.requested_at
                from promotion_request r join registered_model m on m.id = r.model_id
                where\s""" + which + " order by case when r.open_key is null then 1 else 0 end, r.number desc limit ?")
                .params(number.isPresent() ? (Object) number.getAsLong() : name, most)
                .query((row, index) -> new Found.Request(
                        row.getLong("number"),
                        row.getString("name"),
                        row.getInt("version"),
                        RequestState.valueOf(row.getString("state")),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Found.RiskList> lists(OptionalLong number, String name, int most) {
        String which = number.isPresent()
                ? "l.number = ?"
                : "(fold_case(m.name) like ? escape '!' or fold_case(l.population) like ? escape '!')";
        List<Object> parameters = number.isPresent() ? List.of(number.getAsLong(), most) : List.of(name, name, most);
        return jdbc.sql("""
                select l.number, l.as_of, m.name, l.population
                from risk_list l join registered_model m on m.id = l.model_id
                where\s""" + which + " order by l.as_of desc, l.number desc limit ?")
                .params(parameters)
                .query(Finder::riskList)
                .list();
    }

    /**
     * Of each model and population, of those that had one lately: the newest lists of the house are walked, and each asks the index for
     * the newest of its kind. A house of few kinds would walk all of its lists, however old, so there is an end.
     */
    private List<Found.RiskList> newestLists(int most) {
        return jdbc.sql("""
                select l.number, l.as_of, m.name, l.population
                from (select c.number, c.as_of, c.model_id, c.population from (select number, as_of, model_id, population from risk_list
                              order by as_of desc, number desc limit ?) c
                       where c.number = (select n.number from risk_list n
                                          where n.model_id = c.model_id and n.population = c.population
                                          order by n.model_id desc, n.population desc, n.as_of desc, n.number desc limit 1)
                       order by c.as_of desc, c.number desc limit ?) l
                join registered_model m on m.id = l.model_id order by l.as_of desc, l.number desc""").params(LATELY, most).query(Finder::riskList).list();
    }

    private static Found.RiskList riskList(ResultSet row, int index) throws SQLException {
        return new Found.RiskList(
                row.getLong("number"),
                row.getObject("as_of", LocalDate.class),
                row.getString("name"),
                row.getString("population"));
    }

    private List<Found.Experiment> experiments(String name, int most) {
        return jdbc.sql("""
                select e.id, e.name from experiment e
                where e.lifecycle = 'active' and fold_case(e.name) like ? escape '!'
                order by case when fold_case(e.name) like ? escape '!' then 0 else 1 end, e.id desc limit ?""")
                .params(name, name.substring(1), most)
                .query((row, index) -> new Found.Experiment(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** What is meant by an id comes first. */
    private List<Found.Run> runs(String words, int most) {
        List<Found.Run> byId = runsById(words.toLowerCase(Locale.ROOT), most);
        return Stream.concat(byId.stream(), runsByName(words, most).stream())
                .distinct()
                .limit(most)
                .toList();
    }

    /** A range of the primary key, which the letter after the last digit of ids ends. */
    private List<Found.Run> runsById(String id, int most) {
        if (!START_OF_RUN.matcher(id).matches()) {
            return List.of();
        }
        return jdbc.sql("""
                select r.id, r.name, e.name as experiment from run r join experiment e on e.id = r.experiment_id
                where r.id >= ? and r.id < ? and r.lifecycle = 'active' order by r.id limit ?""").params(id, id + "g", most).query(Finder::run).list();
    }

    /** A range of the index of names, in its order: by name, of one name the newest first. */
    private List<Found.Run> runsByName(String words, int most) {
        Beginning beginning = Beginning.of(words);
        return jdbc.sql("""
                select r.id, r.name, e.name as experiment from (
                    select id, name, experiment_id, name_begins, start_ms from run
                    where lifecycle = 'active' and name_begins >= ? and name_begins < ? and fold_case(name) like ? escape '!'
                    order by lifecycle, name_begins, start_ms desc, id limit ?) r
                join experiment e on e.id = r.experiment_id order by r.name_begins, r.start_ms desc, r.id""")
                .params(
                        beginning.text(),
                        beginning.above(),
                        LikePattern.beginning(Objects.requireNonNull(CaseFold.fold(words))),
                        most)
                .query(Finder::run)
                .list();
    }

    private static Found.Run run(ResultSet row, int index) throws SQLException {
        return new Found.Run(row.getString("id"), row.getString("name"), row.getString("experiment"));
    }
}
