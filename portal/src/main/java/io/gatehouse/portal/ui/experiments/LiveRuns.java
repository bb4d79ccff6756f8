package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.LiveLine;
import io.gatehouse.tracking.RunActivity;
import io.gatehouse.tracking.RunActivity.Pulse;
import io.gatehouse.tracking.RunRow;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Follows the runs of an experiment for whoever reads their table: tells what trains, moves the rows that are shown, and offers new ones. */
class LiveRuns {
    /** Looks after which the rows are read though nothing moved: how long they have trained moves by itself. */
    private static final int LOOKS_AT_MOST = 10;

    private final CurrentPerson current;
    private final RunActivity activity;
    private final Clock clock;
    private final Runnable first;
    private final Runnable again;
    private LiveLine line = new LiveLine(this::look);
    private Optional<RunTree> shown = Optional.empty();
    private long experiment = -1;
    private long move;
    private int looks;

    /**
     * @param first called when something moved while no rows are shown
     * @param again shows the rows anew, where there were none
     */
    LiveRuns(CurrentPerson current, RunActivity activity, Clock clock, Runnable first, Runnable again) {
        this.current = current;
        this.activity = activity;
        this.clock = clock;
        this.first = first;
        this.again = again;
    }

    /** Begins with an experiment, of which nothing is shown yet and nothing was read. @return the line that tells it */
    LiveLine begin(long wanted) {
        experiment = wanted;
        shown = Optional.empty();
        line = new LiveLine(this::look);
        seen(pulse());
        return line;
    }

    /** How the experiment stands; to be read before its rows are. */
    Pulse pulse() {
        return activity.pulse(current.actor(), experiment);
    }

    /** From now on these rows are followed, perhaps none. @param pulse of before they were read */
    void follow(RunTree rows, Pulse pulse) {
        shown = Optional.of(rows);
        line.news();
        seen(pulse);
    }

    /** As the page asks every few seconds. Most of the time nothing has moved, and no run is read. */
    private void look() {
        Pulse pulse = pulse();
        boolean moved = pulse.move() != move;
        looks++;
        shown.ifPresent(rows -> {
            if (moved || pulse.running() > 0 && looks % LOOKS_AT_MOST == 0) {
                tellEnded(rows.follow());
            }
            if (moved) {
                offerNewer(rows);
            }
        });
        seen(pulse);
        if (moved && shown.isEmpty()) {
            first.run();
        }
    }

    private void tellEnded(List<RunRow> followed) {
        List<String> ended = followed.stream()
                .filter(run -> !RunTree.trains(run))
                .map(run -> text("runs.live.ended", named(run), text("runs.status." + run.status())))
                .toList();
        if (!ended.isEmpty()) {
            line.announce(String.join(" ", ended));
        }
    }

    /** Rows that came meanwhile would push those away that somebody reads, so they wait to be asked for. */
    private void offerNewer(RunTree rows) {
        int newer = rows.newer();
        if (newer == 0) {
            line.news();
            return;
        }
        String words = newer == 1 ? text("runs.live.new.one") : text("runs.live.new", newer);
        Button show = new Button(words, click -> {
            line.news();
            if (rows.counted().counted() == 0) {
                again.run();
            } else {
                rows.until(clock.instant());
            }
        });
        show.addThemeVariants(ButtonVariant.SMALL);
        line.news(show);
        line.announce(words);
    }

    private void seen(Pulse pulse) {
        move = pulse.move();
        line.seen(
                pulse.running() == 0
                        ? text("runs.live.still")
                        : pulse.running() == 1 ? text("runs.live.one") : text("runs.live.running", pulse.running()),
                pulse.running() > 0);
    }

    private static String named(RunRow run) {
        return run.name().isEmpty() ? run.id() : run.name();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
