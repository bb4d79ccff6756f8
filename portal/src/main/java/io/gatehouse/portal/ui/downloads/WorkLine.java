package io.gatehouse.portal.ui.downloads;

import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.work.WorkInHand;
import io.gatehouse.work.WorkInHand.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Work that somebody asked for; the screen it leads to can cancel it or begin it again. */
class WorkLine extends ProgressLine {
    private @Nullable State shown;

    WorkLine(WorkInHand work) {
        super(Reader.said(work.title()), work.place());
        setId(work.id().toString());
        show(work);
    }

    /** Where the work is now. */
    final void show(WorkInHand work) {
        progress(told(work), work.state() == State.RUNNING, work.percent() == 0 ? null : work.percent() / 100.0);
        if (work.state() != shown) {
            shown = work.state();
            badge(tone(work.state()), Reader.word(work.state()));
        }
    }

    private static Tone tone(State state) {
        return switch (state) {
            case WAITING, RUNNING -> Tone.INFO;
            case DONE -> Tone.OK;
            case FAILED -> Tone.ACT;
        };
    }

    private static String told(WorkInHand work) {
        String asked = text("downloads.asked", Figures.dateTime(work.askedAt()));
        return switch (work.state()) {
            case WAITING -> text("work.told.waiting") + " " + asked;
            case RUNNING -> asked;
            case DONE -> text("work.told.done", moment(work.finishedAt()));
            case FAILED -> text("work.told.failed", moment(work.finishedAt()));
        };
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? Figures.notKnown() : Figures.dateTime(moment);
    }
}
