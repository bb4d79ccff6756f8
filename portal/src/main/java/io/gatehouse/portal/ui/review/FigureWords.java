package io.gatehouse.portal.ui.review;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.Figure;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.IntervalPlot;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure of a check in words, with its interval and what it was held against; amounts in the currency that they were counted in. */
final class FigureWords {
    private FigureWords() {}

    /** The plain name of what it measures. */
    static String name(Figure figure) {
        return Reader.figure(figure.name());
    }

    /** A share or a ratio: {@code 0.8871 (0.8794 to 0.8948)}. */
    static String withInterval(Figure figure) {
        return withInterval(figure, null);
    }

    /** {@code $1.25 ($1.05 to $1.45)}. */
    static String withInterval(Figure figure, @Nullable Currency currency) {
        String interval = Figures.interval(figure, currency);
        return Figures.estimate(figure, currency) + (interval.isEmpty() ? "" : " (" + interval + ")");
    }

    /** Such as “asked for: at least 0.78”; empty if held against nothing. */
    static String heldAgainst(Figure figure, @Nullable Currency currency) {
        String threshold = Figures.threshold(figure, currency);
        if (threshold.isEmpty()) {
            return "";
        }
        return I18NProvider.translate(mostIsAsked(figure) ? "review.at-most" : "review.at-least", threshold);
    }

    /** With a band where good enough lies, if something was agreed. */
    static IntervalPlot.Axis axis(Figure figure, @Nullable Currency currency) {
        IntervalPlot.Row row = new IntervalPlot.Row("", figure.estimate(), figure.low(), figure.high(), Tone.NONE, "");
        Double estimate = figure.estimate();
        Double threshold = figure.threshold();
        double middle = threshold != null ? threshold : estimate == null ? 0 : estimate;
        IntervalPlot.Axis axis = IntervalPlot.Axis.around(List.of(row), middle, heldAgainst(figure, currency));
        if (threshold == null) {
            return new IntervalPlot.Axis(axis.from(), axis.to(), null, null, "");
        }
        return mostIsAsked(figure)
                ? new IntervalPlot.Axis(axis.from(), axis.to(), axis.from(), threshold, axis.targetWords())
                : axis;
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Tone.OK;
            case FAIL, ERROR -> Tone.ACT;
            case INCONCLUSIVE -> Tone.WATCH;
            case NOT_APPLICABLE -> Tone.NONE;
        };
    }

    private static boolean mostIsAsked(Figure figure) {
        return figure.name().contains("gap");
    }
}
