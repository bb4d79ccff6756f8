package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Written;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how a champion does beside an earlier one, no more surely than their intervals allow. */
final class AgainstEarlier {
    private AgainstEarlier() {}

    /**
     * @param later that was decided on; absent if not on record
     * @param earlier likewise
     */
    static Sentence sentence(int version, @Nullable Evaluation later, int before, @Nullable Evaluation earlier) {
        Optional<Figure> found = Optional.ofNullable(later).flatMap(Evaluation::found);
        Optional<Figure> foundBefore = Optional.ofNullable(earlier).flatMap(Evaluation::found);
        if (later == null || earlier == null || found.isEmpty() || foundBefore.isEmpty()) {
            return say("champion.against.unknown", "version", version, "before", before);
        }
        boolean paired = Objects.equals(later.comparedWith(), before);
        return say(
                paired ? "champion.against.paired" : "champion.against",
                "version",
                version,
                "before",
                before,
                "found",
                hundred(found.get()),
                "found_before",
                hundred(foundBefore.get()),
                "more",
                say("champion.against.found." + compare(found.get(), foundBefore.get()))
                        .english(),
                "ranking",
                say("champion.against.ranking." + ranking(later, earlier, paired))
                        .english(),
                "worth",
                worth(later, earlier, paired));
    }

    private static String ranking(Evaluation later, Evaluation earlier, boolean paired) {
        Optional<PerformanceFigures> one = later.performance();
        Optional<Figure> difference =
                one.filter(figures -> paired).flatMap(figures -> Optional.ofNullable(figures.againstChampion()));
        if (difference.isPresent()) {
            return sign(difference.get());
        }
        return compare(
                one.map(PerformanceFigures::testAuc).orElse(null),
                earlier.performance().map(PerformanceFigures::testAuc).orElse(null));
    }

    private static String worth(Evaluation later, Evaluation earlier, boolean paired) {
        Optional<ValueFigures> one = later.value();
        Optional<ValueFigures> other = earlier.value();
        if (one.isEmpty() || other.isEmpty()) {
            return say("champion.against.worth.unknown").english();
        }
        ValueFigures.AgainstChampion beside = paired ? one.get().againstChampion() : null;
        if (beside != null) {
            return worth(beside.differencePerCustomer(), one.get().net().currency());
        }
        String change = compare(one.get().netPerCustomer(), other.get().netPerCustomer());
        return say("champion.against.worth." + change, "one", money(one.get()), "other", money(other.get()))
                .english();
    }

    /** The difference itself: what each is worth was taken on customers of its own, and would not come to it. */
    private static String worth(Figure difference, Currency currency) {
        String change = sign(difference);
        Figure told = change.equals("less") ? difference.reversed() : difference;
        Double estimate = told.estimate();
        Double low = told.low();
        Double high = told.high();
        return estimate == null || low == null || high == null
                ? say("champion.against.worth.unknown").english()
                : say(
                                "champion.against.paired.worth." + change,
                                "difference",
                                Written.money(estimate, currency),
                                "low",
                                Written.money(low, currency),
                                "high",
                                Written.money(high, currency))
                        .english();
    }

    private static String money(ValueFigures figures) {
        Double estimate = figures.netPerCustomer().estimate();
        return estimate == null
                ? "not known"
                : Written.money(estimate, figures.net().currency());
    }

    private static Object hundred(Figure figure) {
        Double estimate = figure.estimate();
        return estimate == null ? "an unknown number" : (Object) Math.round(100 * estimate);
    }

    private static String compare(@Nullable Figure one, @Nullable Figure other) {
        if (one == null || other == null) {
            return "unclear";
        }
        if (one.clearlyAbove(other)) {
            return "more";
        }
        return other.clearlyAbove(one) ? "less" : "unclear";
    }

    private static String sign(Figure difference) {
        Double low = difference.low();
        Double high = difference.high();
        if (low != null && low > 0) {
            return "more";
        }
        return high != null && high < 0 ? "less" : "unclear";
    }
}
