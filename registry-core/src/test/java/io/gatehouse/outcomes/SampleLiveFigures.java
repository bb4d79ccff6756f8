package io.gatehouse.outcomes;

import io.gatehouse.checks.Figure;
import io.gatehouse.outcomes.LiveFigures.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of a version in use, as they might be computed. */
public final class SampleLiveFigures {
    private static final LocalDate SCORED = LocalDate.of(2025, 4, 9);
    private static final LocalDate KNOWN = LocalDate.of(2025, 6, 20);
    private static final int WINDOW = 60;

    private SampleLiveFigures() {}

    /** Of 3,940 customers, 210 of whom left; the AUC lies three hundredths to both sides. */
    public static LiveFigures of(int version, double auc) {
        return of(version, auc, WINDOW, 4_000);
    }

    public static LiveFigures of(int version, double auc, @Nullable Integer windowDays, long scored) {
        return new LiveFigures(
                version,
                State.KNOWN,
                210,
                3_730,
                12,
                scored,
                SCORED,
                SCORED,
                KNOWN,
                windowDays,
                null,
                List.of(7L),
                0.2,
                new Figure("live_auc", auc, auc - 0.03, auc + 0.03, 3_940L, null, Figure.Unit.INDEX),
                new Figure("true_positive_rate", 0.712, 0.65, 0.77, 210L, null, Figure.Unit.SHARE),
                new Figure("precision", 0.31, 0.27, 0.35, 480L, null, Figure.Unit.SHARE),
                Map.of("auc", auc, "log_loss", 0.3902, "precision", 0.44),
                3,
                "5".repeat(64),
                Instant.parse("2025-06-20T09:00:00Z"));
    }

    /** @param readyOn the first day on which a window has passed; absent for other states than too early */
    public static LiveFigures without(State state, long leavers, long stayers, @Nullable LocalDate readyOn) {
        boolean looked = state == State.TOO_FEW;
        return new LiveFigures(
                2,
                state,
                leavers,
                stayers,
                0,
                4_000,
                looked ? SCORED : null,
                looked ? SCORED : null,
                KNOWN,
                WINDOW,
                readyOn,
                looked ? List.of(7L) : List.of(),
                0.2,
                null,
                null,
                null,
                Map.of(),
                3,
                "",
                Instant.parse("2025-06-20T09:00:00Z"));
    }
}
