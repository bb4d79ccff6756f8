package io.gatehouse.comparison;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.comparison.Comparison.Group;
import io.gatehouse.comparison.Comparison.Kind;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Written;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a comparison of what is known of its versions. */
final class SideBySide {
    private static final List<String> TEST_DATA =
            List.of("data_version", "test_rows", "split_random_state", "split_test_size", "target_rate_test");

    private final List<Compared> columns;
    private final Compared baseline;

    private SideBySide(List<Compared> columns) {
        this.columns = columns;
        this.baseline = columns.getFirst();
    }

    /** @param columns at least one; the first is the baseline */
    static Comparison of(List<Compared> columns) {
        return new SideBySide(columns).comparison();
    }

    private Comparison comparison() {
        FigureRows figures = new FigureRows(columns);
        FactRows facts = new FactRows(columns);
        List<Group> groups = List.of(
                new Group(Kind.METRICS, figures.metrics()),
                new Group(Kind.VALUE, figures.value()),
                new Group(Kind.SEGMENTS, figures.segments()),
                new Group(Kind.PARAMETERS, facts.parameters()),
                new Group(Kind.DATA, facts.data()),
                new Group(Kind.ENVIRONMENT, facts.environment()));
        return new Comparison(
                columns.stream().map(Compared::subject).toList(), summary(groups.get(3)), warnings(), groups);
    }

    private List<Sentence> summary(Group parameters) {
        if (columns.size() == 1) {
            return List.of(say("compare.alone", "version", name(baseline)));
        }
        List<Sentence> said = new ArrayList<>();
        others().forEach(each -> said.add(beside(each)));
        long places = parameters.differences();
        said.add(
                places == 0
                        ? say("compare.parameters.same")
                        : say("compare.parameters." + (places == 1 ? "one" : "several"), "places", places));
        return said;
    }

    private Sentence beside(Compared each) {
        Optional<Figure> found = each.judged().flatMap(Evaluation::found);
        Optional<Figure> before = baseline.judged().flatMap(Evaluation::found);
        if (found.isEmpty() || before.isEmpty()) {
            return say("compare.not_judged", "version", name(each), "baseline", name(baseline));
        }
        return say(
                "compare.beside",
                "version",
                name(each),
                "found",
                hundred(found.get()),
                "baseline",
                name(baseline),
                "before",
                hundred(before.get()),
                "ranking",
                words("ranking", Beside.ranking(each, baseline)),
                "worth",
                worth(each));
    }

    private String worth(Compared each) {
        Change change = Beside.value(each, baseline);
        Optional<Figure> one = Beside.net(each);
        Optional<Figure> other = Beside.net(baseline);
        if (one.isEmpty() || other.isEmpty()) {
            return say("compare.worth.unknown").english();
        }
        Currency currency = each.judged()
                .flatMap(Evaluation::value)
                .map(ValueFigures::net)
                .orElseThrow()
                .currency();
        String how = change.name().toLowerCase(Locale.ROOT);
        Optional<Figure> more = Beside.worthMore(each, baseline);
        if (more.isPresent()) {
            Figure told = change == Change.WORSE ? more.get().reversed() : more.get();
            return say(
                            "compare.worth.paired." + how,
                            "difference",
                            money(told.estimate(), currency),
                            "low",
                            money(told.low(), currency),
                            "high",
                            money(told.high(), currency))
                    .english();
        }
        return say(
                        "compare.worth." + how,
                        "one",
                        money(one.get().estimate(), currency),
                        "other",
                        money(other.get().estimate(), currency))
                .english();
    }

    private static String money(@Nullable Double amount, Currency currency) {
        return amount == null ? "not known" : Written.money(amount, currency);
    }

    private static String words(String what, Change change) {
        return say("compare." + what + "." + change.name().toLowerCase(Locale.ROOT))
                .english();
    }

    private static Object hundred(Figure figure) {
        Double estimate = figure.estimate();
        return estimate == null ? "an unknown number" : (Object) Math.round(100 * estimate);
    }

    private List<Sentence> warnings() {
        List<Sentence> warnings = new ArrayList<>();
        for (Compared each : others()) {
            testData(each, warnings);
            if (differs("data_hash", each)) {
                warnings.add(say("compare.training_data", "version", name(each), "baseline", name(baseline)));
            }
            if (thresholdsDiffer(each)) {
                warnings.add(say("compare.threshold", "version", name(each), "baseline", name(baseline)));
            }
        }
        columns.stream()
                .filter(each -> each.evaluation() == null)
                .forEach(each -> warnings.add(say("compare.no_evaluation", "version", name(each))));
        return warnings;
    }

    private void testData(Compared each, List<Sentence> warnings) {
        if (each.evaluation() == null || baseline.evaluation() == null) {
            return;
        }
        if (TEST_DATA.stream().anyMatch(tag -> differs(tag, each)) || populationDiffers(each)) {
            warnings.add(say(
                    Beside.sameCustomers(each, baseline) ? "compare.test_data.paired" : "compare.test_data",
                    "version",
                    name(each),
                    "baseline",
                    name(baseline)));
        }
    }

    private boolean differs(String tag, Compared each) {
        String one = each.tags().get(tag);
        String other = baseline.tags().get(tag);
        return one != null && other != null && !one.equals(other);
    }

    private boolean populationDiffers(Compared each) {
        Evaluation one = Objects.requireNonNull(each.evaluation());
        Evaluation other = Objects.requireNonNull(baseline.evaluation());
        return one.evidence().testRows() != other.evidence().testRows()
                || !one.evidence().snapshotAt().equals(other.evidence().snapshotAt());
    }

    private boolean thresholdsDiffer(Compared each) {
        Double one = threshold(each);
        Double other = threshold(baseline);
        return one != null && other != null && !one.equals(other);
    }

    private static @Nullable Double threshold(Compared version) {
        return version.judged()
                .flatMap(Evaluation::value)
                .map(ValueFigures::threshold)
                .orElse(null);
    }

    private List<Compared> others() {
        return columns.subList(1, columns.size());
    }

    /** Versions of one model go by their number; of several, by model too. */
    private String name(Compared version) {
        boolean one = columns.stream()
                        .map(column -> column.subject().model())
                        .distinct()
                        .count()
                == 1;
        return (one ? "version " : version.subject().model() + " version ")
                + version.subject().version();
    }
}
