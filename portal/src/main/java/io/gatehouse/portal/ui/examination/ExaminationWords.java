package io.gatehouse.portal.ui.examination;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.examination.Examination;
import io.gatehouse.examination.Examination.Item;
import io.gatehouse.examination.Examination.Outcome;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;

/** How an examination is told. */
final class ExaminationWords {
    private ExaminationWords() {}

    /** A difference outweighs everything else. */
    static StatusBadge badge(Examination examination) {
        if (examination.count(Outcome.DIFFERENT) > 0) {
            return new StatusBadge(Tone.ACT, Reader.word(Outcome.DIFFERENT));
        }
        Tone tone = switch (examination.state()) {
            case RUNNING -> Tone.INFO;
            case DONE -> examination.count(Outcome.IMPOSSIBLE) > 0 ? Tone.WATCH : Tone.OK;
            case CANCELLED -> Tone.NONE;
            case FAILED -> Tone.ACT;
        };
        return new StatusBadge(tone, Reader.word(examination.state()));
    }

    static StatusBadge badge(Item item) {
        Outcome outcome = item.outcome();
        if (outcome == null) {
            return new StatusBadge(Tone.NONE, I18NProvider.translate("examination.waiting"));
        }
        Tone tone = switch (outcome) {
            case IDENTICAL -> Tone.OK;
            case DIFFERENT -> Tone.ACT;
            case IMPOSSIBLE -> Tone.WATCH;
        };
        return new StatusBadge(tone, Reader.word(outcome));
    }

    /** “3 of 3 judged again: 3 identical, 0 different, 0 that cannot be”. */
    static String counts(Examination examination) {
        return I18NProvider.translate(
                "examination.counts",
                examination.checked(),
                examination.items().size(),
                examination.count(Outcome.IDENTICAL),
                examination.count(Outcome.DIFFERENT),
                examination.count(Outcome.IMPOSSIBLE));
    }
}
