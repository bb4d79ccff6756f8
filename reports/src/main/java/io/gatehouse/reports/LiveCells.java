package io.gatehouse.reports;

import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.champions.InUse;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a version does in use, for the cells of workbooks. */
final class LiveCells {
    private static final String TEST = "test_";

    private LiveCells() {}

    /** The AUC, or why there is none. */
    static CellContent auc(ClaimedFigure claimed) {
        return CellContent.numberOr(claimed.live(), CellContent.INDEX, absent(claimed.outcomes()));
    }

    /** The same with its range. */
    static KeyFigure keyFigure(ClaimedFigure claimed) {
        InUse outcomes = claimed.outcomes();
        String words = Stream.of(
                        claimed.inUse(),
                        outcomes == null ? null : outcomes.gap(),
                        outcomes == null ? null : outcomes.flagged())
                .filter(Objects::nonNull)
                .map(Sentence::english)
                .collect(Collectors.joining(" "));
        if (outcomes == null || outcomes.figures().auc() == null) {
            return KeyFigure.plain("AUC in use", auc(claimed), words);
        }
        return new KeyFigure(
                "AUC in use",
                null,
                auc(claimed),
                CellContent.number(outcomes.figures().auc().low(), CellContent.INDEX),
                CellContent.number(outcomes.figures().auc().high(), CellContent.INDEX),
                words);
    }

    /** What to bear in mind while reading them; empty without figures. */
    static List<String> caveats(@Nullable ClaimedFigure claimed) {
        List<String> caveats = new ArrayList<>();
        if (claimed != null && claimed.outcomes() != null) {
            claimed.outcomes().caveats().forEach(caveat -> caveats.add(caveat.english()));
        }
        return caveats;
    }

    /** Figures by the names that runs log for test customers. */
    static Map<String, Double> metrics(@Nullable ClaimedFigure claimed) {
        return claimed == null || claimed.outcomes() == null
                ? Map.of()
                : claimed.outcomes().figures().metrics().entrySet().stream()
                        .collect(Collectors.toMap(metric -> TEST + metric.getKey(), Map.Entry::getValue));
    }

    private static String absent(@Nullable InUse outcomes) {
        return outcomes == null ? "no outcomes yet" : state(outcomes.figures().state());
    }

    private static String state(LiveFigures.State state) {
        return switch (state) {
            case KNOWN -> "not known";
            case TOO_FEW -> "too few outcomes";
            case TOO_EARLY -> "too early";
            case NOT_SCORED -> "no scores on record";
        };
    }
}
