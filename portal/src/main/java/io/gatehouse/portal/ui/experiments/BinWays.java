package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.cleanup.CleanUps;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.KeyboardPlace;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.tracking.Experiment;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Lifecycle;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.Runs;
import io.gatehouse.tracking.TrackingRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The ways into the bin and out of it, on the pages of runs and experiments, for whoever may write them. */
@Component
class BinWays {
    private final CurrentPerson current;
    private final Runs runs;
    private final RunPages pages;
    private final Experiments experiments;
    private final CleanUps cleanUps;
    private final Clock clock;

    BinWays(CurrentPerson current, Runs runs, RunPages pages, Experiments experiments, CleanUps cleanUps, Clock clock) {
        this.current = current;
        this.runs = runs;
        this.pages = pages;
        this.experiments = experiments;
        this.cleanUps = cleanUps;
        this.clock = clock;
    }

    /** The way into the bin; empty if it is there already, or not for the reader. @param again shows the page as it is then */
    Optional<Button> delete(RunRow run, String name, Div place, Runnable again) {
        return delete(
                run.lifecycle(), name, "run.delete.consequence", place, again, actor -> runs.delete(actor, run.id()));
    }

    /** @see #delete(RunRow, String, Div, Runnable) */
    Optional<Button> delete(Experiment experiment, Div place, Runnable again) {
        return delete(
                experiment.lifecycle(),
                experiment.name(),
                "experiment.delete.consequence",
                place,
                again,
                actor -> experiments.delete(actor, experiment.id()));
    }

    private Optional<Button> delete(
            Lifecycle lifecycle, String name, String consequence, Div place, Runnable again, Consumer<Actor> delete) {
        return lifecycle == Lifecycle.ACTIVE && current.may(Action.WRITE_TRACKING)
                ? Optional.of(new DeleteButton(
                        name,
                        text(consequence, Figures.duration(cleanUps.retention())),
                        () -> tried(place, again, delete)))
                : Optional.empty();
    }

    /**
     * Says that a run is in the bin, with the way out of it. Where its experiment is deleted as well, the way leads there: restored alone,
     * the run would be in no table.
     *
     * @param place empty if neither is there
     */
    void tell(RunRow run, Div place, Runnable again) {
        place.removeAll();
        Notice notice = new Notice(Tone.WATCH).announced();
        boolean deleted = run.lifecycle() == Lifecycle.DELETED;
        if (deleted) {
            Instant moment = pages.deletedAt(current.actor(), run.id()).orElseGet(clock::instant);
            Instant kept = moment.plus(cleanUps.retention());
            notice.add(new Paragraph(text(
                    kept.isAfter(clock.instant()) ? "run.deleted" : "run.deleted.past",
                    Figures.dateTime(moment),
                    Figures.dateTime(kept))));
        }
        Experiment experiment = experiments.get(current.actor(), run.experimentId());
        if (experiment.lifecycle() == Lifecycle.DELETED) {
            notice.add(
                    new Paragraph(text("run.experiment.deleted")),
                    Places.link(Places.experiment(String.valueOf(experiment.id())), experiment.name()));
            place.add(notice);
        } else if (deleted) {
            restorable(notice, place, again, actor -> runs.restore(actor, run.id()));
            place.add(notice);
        }
    }

    /** @see #tell(RunRow, Div, Runnable) */
    void tell(Experiment experiment, Div place, Runnable again) {
        place.removeAll();
        if (experiment.lifecycle() == Lifecycle.DELETED) {
            String words = text("experiment.deleted", Figures.dateTime(experiment.updatedAt()));
            Notice notice = new Notice(Tone.WATCH, new Paragraph(words)).announced();
            restorable(notice, place, again, actor -> experiments.restore(actor, experiment.id()));
            place.add(notice);
        }
    }

    private void restorable(Notice notice, Div place, Runnable again, Consumer<Actor> restore) {
        if (current.may(Action.WRITE_TRACKING)) {
            notice.add(new Button(text("run.restore"), click -> tried(place, again, restore)));
        }
    }

    private void tried(Div place, Runnable again, Consumer<Actor> change) {
        try {
            change.accept(current.actor());
        } catch (TrackingRefusal refused) {
            Notice notice = new Notice(
                    Tone.ACT,
                    new Paragraph(refused.sentence()
                            .map(Reader::said)
                            .orElseGet(() -> String.valueOf(refused.getMessage()))));
            notice.getElement().setAttribute("role", "alert");
            place.removeAll();
            place.add(notice);
            return;
        }
        again.run();
    }

    /** After the page was shown again: on to the way back, which stands where the eye is. */
    static void focus(Div place, Optional<Button> delete) {
        place.getChildren()
                .flatMap(com.vaadin.flow.component.Component::getChildren)
                .filter(way -> way instanceof Button || way instanceof Anchor)
                .findFirst()
                .or(() -> delete)
                .ifPresent(KeyboardPlace::moveToControl);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
