package io.gatehouse.tracking;

import io.gatehouse.house.Bench;
import io.gatehouse.house.TestPeople;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs with few values, so that many are equal and many missing, and searches among them whose answer is worked out here as well. */
@Bench
class RandomRuns {
    private static final List<String> TEXTS =
            List.of("", "a", "A", "b", "ab", "é", "日本", " a", "long ".repeat(600), "long ".repeat(600) + "er");
    private static final double[] NUMBERS = {0.5, 0.5, -1, 0, 1e300, Double.NaN, 7};

    private final Runs runs;
    private final RunLog log;
    private final TestRuns some;
    private final TestPeople people;
    private List<Long> experiments = List.of();

    RandomRuns(Runs runs, RunLog log, TestRuns some, TestPeople people) {
        this.runs = runs;
        this.log = log;
        this.some = some;
        this.people = people;
    }

    /** A run as it was logged. */
    record Known(
            String id,
            long experiment,
            long start,
            @Nullable Long end,
            String name,
            Map<String, Double> metrics,
            Map<String, String> params,
            Map<String, String> tags) {}

    /** In three experiments of their own. */
    List<Known> some(Random random, int count) {
        experiments = IntStream.range(0, 3)
                .mapToObj(i -> some.experiment(people.dana()))
                .toList();
        return IntStream.range(0, count).mapToObj(i -> one(random)).toList();
    }

    Known one(Random random) {
        long experiment = experiments.get(random.nextInt(3));
        long start = 1_000 + random.nextInt(6);
        Map<String, Double> metrics = new HashMap<>();
        Map<String, String> params = new HashMap<>();
        Map<String, String> tags = new HashMap<>(Map.of("mlflow.runName", "run " + random.nextInt(8)));
        for (String key : List.of("m", "n")) {
            if (random.nextInt(4) > 0) {
                metrics.put(key, NUMBERS[random.nextInt(NUMBERS.length)]);
            }
            if (random.nextInt(4) > 0) {
                params.put(key, text(random));
            }
            if (random.nextInt(4) > 0) {
                tags.put(key, text(random));
            }
        }
        String id = some.run(people.dana(), experiment, start, tags(tags));
        log.log(people.dana(), id, new Batch(metrics(metrics), params(params), List.of()));
        Long end = random.nextBoolean() ? 2_000L + random.nextInt(3) : null;
        if (end != null) {
            runs.update(people.dana(), id, new Runs.Change(Optional.empty(), OptionalLong.of(end), Optional.empty()));
        }
        return new Known(id, experiment, start, end, tags.getOrDefault("mlflow.runName", ""), metrics, params, tags);
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static Tag[] tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toArray(Tag[]::new);
    }

    private static List<Metric> metrics(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .map(metric -> new Metric(metric.getKey(), metric.getValue(), 1, 0))
                .toList();
    }

    private static List<Param> params(Map<String, String> params) {
        return params.entrySet().stream()
                .map(param -> new Param(param.getKey(), param.getValue()))
                .toList();
    }

    private static final Map<String, Function<Known, @Nullable Object>> FIELDS = Map.of(
            "metrics.m", run -> run.metrics.get("m"),
            "metrics.n", run -> run.metrics.get("n"),
            "params.m", run -> run.params.get("m"),
            "params.n", run -> run.params.get("n"),
            "tags.m", run -> run.tags.get("m"),
            "tags.`mlflow.runName`", run -> run.name,
            "start_time", Known::start,
            "end_time", Known::end,
            "run_name", Known::name,
            "run_id", Known::id);

    private static final Map<String, Predicate<Known>> FILTERS = Map.of(
            "", run -> true,
            "metrics.m > 0", run -> number(run, "m") > 0,
            "metrics.n <= 0.5", run -> number(run, "n") <= 0.5,
            "params.m = 'a'", run -> "a".equals(run.params.get("m")),
            "params.n != 'a'", run -> run.params.containsKey("n") && !"a".equals(run.params.get("n")),
            "params.m IS NULL", run -> !run.params.containsKey("m"),
            "tags.m LIKE '%a%'", run -> run.tags.getOrDefault("m", "").contains("a"),
            "start_time >= 1003 AND tags.n IS NOT NULL", run -> run.start >= 1_003 && run.tags.containsKey("n"));

    private static double number(Known run, String key) {
        return run.metrics.getOrDefault(key, Double.NaN);
    }

    /** A search on one large page. */
    RunSearch.Query question(Random random) {
        List<Long> where = random.nextInt(3) == 0
                ? List.of(experiments.get(random.nextInt(3)))
                : experiments.subList(0, 2 + random.nextInt(2));
        List<String> wishes = new ArrayList<>();
        List<String> fields = new ArrayList<>(FIELDS.keySet().stream().sorted().toList());
        Collections.shuffle(fields, random);
        for (String field : fields.subList(0, random.nextInt(4))) {
            wishes.add(field + (random.nextBoolean() ? " ASC" : " DESC"));
        }
        List<String> filters = FILTERS.keySet().stream().sorted().toList();
        String filter = filters.get(random.nextInt(filters.size()));
        return new RunSearch.Query(where, filter, wishes, LifecycleView.ACTIVE_ONLY, 10_000, Optional.empty());
    }

    /** The ids of the runs that it must find, in order. */
    List<String> expected(List<Known> all, RunSearch.Query question) {
        Comparator<Known> order = (one, other) -> 0;
        for (String wish : question.orderBy()) {
            int space = wish.lastIndexOf(' ');
            order = order.thenComparing(
                    by(Objects.requireNonNull(FIELDS.get(wish.substring(0, space))), wish.endsWith("ASC")));
        }
        order = order.thenComparing(Comparator.comparingLong(Known::start).reversed())
                .thenComparing(Known::id);
        return all.stream()
                .filter(run -> question.experimentIds().contains(run.experiment))
                .filter(FILTERS.get(question.filter()))
                .sorted(order)
                .map(Known::id)
                .toList();
    }

    /** Missing ones last and NaN before them, in both directions. */
    private static Comparator<Known> by(Function<Known, @Nullable Object> field, boolean ascending) {
        Comparator<Known> rank = Comparator.comparingInt(run -> rank(field.apply(run)));
        return rank.thenComparing((one, other) -> {
            Object left = field.apply(one);
            Object right = field.apply(other);
            if (left == null || right == null || rank(left) > 0) {
                return 0;
            }
            int compared = compared(left, right);
            return ascending ? compared : -compared;
        });
    }

    private static int compared(Object left, Object right) {
        return switch (left) {
            case Double number -> Double.compare(number, (Double) right);
            case Long number -> Long.compare(number, (Long) right);
            default -> left.toString().compareTo(right.toString());
        };
    }

    private static int rank(@Nullable Object value) {
        return value == null ? 2 : value instanceof Double number && Double.isNaN(number) ? 1 : 0;
    }
}
