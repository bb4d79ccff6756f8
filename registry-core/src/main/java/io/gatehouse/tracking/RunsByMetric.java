package io.gatehouse.tracking;

import io.gatehouse.search.Condition;
import io.gatehouse.search.Keyset;
import io.gatehouse.search.Mark;
import io.gatehouse.search.Ordering;
import io.gatehouse.search.Place;
import io.gatehouse.search.Placed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs in the order of a metric. Walks the index of its values in each experiment from a place on, best first, and looks at so many runs
 * as it takes to fill a page: that costs the same among a thousand runs and a million, where sorting costs more with each. Runs whose
 * metric is NaN follow, then those without one, by start where nothing else is wished, which is walked, too.
 */
@Component
class RunsByMetric {
    /** The values of each experiment are a part of the query. */
    static final int MOST_EXPERIMENTS = 100;

    private static final int LARGEST_STRETCH = 20_000;
    private static final int GROWTH = 4;
    private static final int FEW = 500;
    /** All columns of the index in one direction, since H2 takes an index for an order only from its first column on. */
    private static final String INDEX_ASCENDING = " order by experiment_id, metric_key, is_nan, metric_value";

    private static final String INDEX_DESCENDING =
            " order by experiment_id desc, metric_key desc, is_nan desc, metric_value desc";
    private static final String STRETCH =
            "unnest(cast(? as varchar array)) stretch (id) join run r on r.id = stretch.id";
    private static final String NOT_NUMBERS = "run_metric_latest x join run r on r.id = x.run_id";
    private static final String EXPERIMENT = "r.experiment_id";

    private final JdbcClient jdbc;

    RunsByMetric(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param experiments at least one and at most {@link #MOST_EXPERIMENTS}, each once
     * @param metric that the order begins with
     * @param where holds for the runs {@code r} that count
     * @param after absent for the first runs
     */
    record Wanted(
            Keyset<String> runs,
            List<Long> experiments,
            Ordering.ByMetric metric,
            Ordering order,
            Condition where,
            Optional<Place> after) {
        /** Where the page before ended among runs like these; absent where it ended before them. */
        Optional<Place> afterAmong(Class<? extends Mark> kind) {
            return after.filter(place -> kind.isInstance(place.first()));
        }
    }

    /** The first {@code most} after the place, or all if there are fewer. */
    List<Placed<String>> first(Wanted wanted, int most) {
        List<Placed<String>> found = new ArrayList<>();
        boolean pastNumbers = wanted.after.isPresent()
                && wanted.afterAmong(Mark.Measured.class).isEmpty();
        boolean complete = !pastNumbers && numbers(wanted, most, found);
        if (!complete
                && found.size() < most
                && wanted.afterAmong(Mark.Missing.class).isEmpty()) {
            found.addAll(notNumbers(wanted, most));
        }
        if (!complete && found.size() < most) {
            found.addAll(without(wanted, most - found.size()));
        }
        return found.size() > most ? found.subList(0, most) : found;
    }

    /**
     * @param most of a stretch, too: with what is left of a page each query would be another one to the databases
     * @return whether the other runs were so few that they are found as well
     */
    private boolean numbers(Wanted wanted, int most, List<Placed<String>> found) {
        Bound from = new Bound(
                wanted.afterAmong(Mark.Measured.class).map(place -> ((Mark.Measured) place.first()).value()), true);
        int length = Math.min(GROWTH * most, LARGEST_STRETCH);
        Set<String> seen = new HashSet<>();
        while (found.size() < most) {
            List<Value> values = stretch(wanted, from, length);
            boolean all = values.size() <= length;
            List<Value> whole = all ? values : withoutBrokenTie(values);
            note(whole, seen);
            Optional<List<String>> others = all && wanted.after.isEmpty() ? fewOthers(wanted, seen) : Optional.empty();
            if (others.isPresent()) {
                found.addAll(lastOnes(wanted, whole, others.get(), most));
                return true;
            }
            if (!whole.isEmpty()) {
                found.addAll(matching(wanted, ids(whole), most));
                from = Bound.beyond(whole.getLast().value);
            } else if (!all && length == LARGEST_STRETCH && wanted.order.rest().isByIndex()) {
                double tie = values.getFirst().value;
                found.addAll(tied(wanted, tie, most - found.size()));
                from = Bound.beyond(tie);
            } else if (!all) {
                length *= GROWTH;
                continue;
            }
            if (all) {
                return false;
            }
            length = Math.min(length * GROWTH, LARGEST_STRETCH);
        }
        return false;
    }

    /** So many that it is no gain to remember them are not. */
    private static void note(List<Value> looked, Set<String> seen) {
        if (seen.size() <= LARGEST_STRETCH) {
            looked.forEach(value -> seen.add(value.runId));
        }
    }

    private record Value(String runId, double value) {}

    /**
     * Where a stretch begins.
     *
     * @param value absent for the first of all
     * @param included whether runs with this very value belong to it
     */
    private record Bound(Optional<Double> value, boolean included) {
        static Bound beyond(double value) {
            return new Bound(Optional.of(value), false);
        }

        String sql(boolean ascending) {
            if (value.isEmpty()) {
                return "";
            }
            return " and metric_value " + (ascending ? ">" : "<") + (included ? "= ?" : " ?");
        }
    }

    /** One value more than the length, if there are so many. */
    private List<Value> stretch(Wanted wanted, Bound from, int length) {
        boolean ascending = wanted.metric.ascending();
        String part = "select run_id, metric_value from run_metric_latest"
                + " where experiment_id = ? and metric_key = ? and is_nan = false" + from.sql(ascending)
                + (ascending ? INDEX_ASCENDING : INDEX_DESCENDING) + Ordering.limit(length + 1);
        List<Object> parameters = new ArrayList<>();
        for (long experiment : wanted.experiments) {
            parameters.add(experiment);
            parameters.add(wanted.metric.key());
            from.value.ifPresent(parameters::add);
        }
        String sql = part;
        if (wanted.experiments.size() > 1) {
            List<String> parts =
                    wanted.experiments.stream().map(each -> "(" + part + ")").toList();
            sql = "select * from (" + String.join(" union all ", parts) + ") found order by metric_value"
                    + (ascending ? " asc" : " desc") + Ordering.limit(length + 1);
        }
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, index) -> new Value(row.getString(1), row.getDouble(2)))
                .list();
    }

    /** Runs of equal value go together, because something else decides between them: where a stretch ends among them, they wait for the next. */
    private static List<Value> withoutBrokenTie(List<Value> values) {
        int end = values.size();
        double last = values.getLast().value;
        while (end > 0 && values.get(end - 1).value == last) {
            end--;
        }
        return values.subList(0, end);
    }

    private static List<String> ids(List<Value> values) {
        return values.stream().map(Value::runId).toList();
    }

    private static List<Placed<String>> matching(Wanted wanted, List<String> runIds, int most) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(runIds.toArray(String[]::new));
        parameters.addAll(wanted.where.parameters());
        Condition where = new Condition(wanted.where.sql(), parameters);
        return wanted.runs.among(STRETCH, wanted.order, where, wanted.afterAmong(Mark.Measured.class), most);
    }

    /** The last values together with all runs that have none; one that was given a value meanwhile has its place further up. */
    private static List<Placed<String>> lastOnes(Wanted wanted, List<Value> last, List<String> others, int most) {
        List<String> runIds = new ArrayList<>(ids(last));
        runIds.addAll(others);
        Set<String> unmeasured = Set.copyOf(others);
        return matching(wanted, runIds, most + FEW).stream()
                .filter(run -> !(run.place().first() instanceof Mark.Measured && unmeasured.contains(run.id())))
                .toList();
    }

    /** More runs of one value than are looked at in one go: many runs have it, so that walking the others' order soon finds enough. */
    private static List<Placed<String>> tied(Wanted wanted, double value, int most) {
        Condition equal = new Condition(
                "exists (select 1 from run_metric_latest n where n.run_id = r.id and n.metric_key = ?"
                        + " and n.is_nan = false and n.metric_value = ?)",
                List.of(wanted.metric.key(), value));
        Optional<Place> after = wanted.afterAmong(Mark.Measured.class)
                .filter(place -> ((Mark.Measured) place.first()).value() == value);
        return walked(wanted, equal, after, new Mark.Measured(value), most);
    }

    private static List<Placed<String>> notNumbers(Wanted wanted, int most) {
        Condition nan = Condition.in("x.experiment_id", wanted.experiments)
                .and(new Condition("x.metric_key = ? and x.is_nan = true", List.of(wanted.metric.key())))
                .and(wanted.where);
        Optional<Place> after = wanted.afterAmong(Mark.NotANumber.class).map(Place::rest);
        List<Placed<String>> found = wanted.runs.among(NOT_NUMBERS, wanted.order.rest(), nan, after, most);
        return placed(found, new Mark.NotANumber());
    }

    private static List<Placed<String>> without(Wanted wanted, int most) {
        Condition none = new Condition(
                "not exists (select 1 from run_metric_latest n where n.run_id = r.id and n.metric_key = ?)",
                List.of(wanted.metric.key()));
        return walked(wanted, none, wanted.afterAmong(Mark.Missing.class), new Mark.Missing(), most);
    }

    /** The runs that were not seen, with NaN or without the metric, if they are so few that looking through them is the least work. */
    private Optional<List<String>> fewOthers(Wanted wanted, Set<String> seen) {
        if (seen.size() > LARGEST_STRETCH) {
            return Optional.empty();
        }
        int most = seen.size() + FEW;
        Condition of = Condition.in("experiment_id", wanted.experiments);
        List<String> all = jdbc.sql("select id from run where " + of.sql() + " fetch first ? rows only")
                .params(of.parameters())
                .param(most + 1)
                .query((row, index) -> row.getString(1))
                .list();
        return all.size() > most
                ? Optional.empty()
                : Optional.of(all.stream().filter(id -> !seen.contains(id)).toList());
    }

    private static List<Placed<String>> walked(
            Wanted wanted, Condition which, Optional<Place> after, Mark first, int most) {
        return placed(
                wanted.runs.afterWithin(
                        EXPERIMENT,
                        wanted.experiments,
                        wanted.order.rest(),
                        which.and(wanted.where),
                        after.map(Place::rest),
                        most),
                first);
    }

    private static List<Placed<String>> placed(List<Placed<String>> found, Mark first) {
        return found.stream()
                .map(run -> new Placed<>(run.id(), run.place().under(first)))
                .toList();
    }
}
