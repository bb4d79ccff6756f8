package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;
import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.promotion.RequestState;

/** A state in a shape and a word. */
public class StatusBadge extends Span {
    public StatusBadge(Tone tone, String word) {
        addClassNames("gh-status", tone.styleClass());
        add(new Svg(tone.icon()), new Span(word));
    }

    /** For page headings. */
    public StatusBadge large() {
        addClassName("is-large");
        return this;
    }

    /** Where a promotion request stands. */
    public static StatusBadge of(RequestState state) {
        Tone tone = switch (state) {
            case EXECUTED -> Tone.OK;
            case REJECTED -> Tone.ACT;
            case CHANGES_REQUESTED -> Tone.WATCH;
            case EVALUATING, AWAITING_REVIEW, APPROVED -> Tone.INFO;
            case DRAFT -> Tone.CANDIDATE;
            case WITHDRAWN, EXPIRED, OUTDATED, ROLLED_BACK -> Tone.NONE;
        };
        return new StatusBadge(tone, word(state));
    }

    /** The word for a state, as badges and filters show it. */
    public static String word(RequestState state) {
        return Reader.word(state);
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Tone.OK;
            case FAIL, ERROR -> Tone.ACT;
            case INCONCLUSIVE -> Tone.WATCH;
            case NOT_APPLICABLE -> Tone.NONE;
        };
    }

    static Tone tone(Health health) {
        return switch (health) {
            case ON_TRACK -> Tone.OK;
            case WATCH -> Tone.WATCH;
            case ACT_NOW -> Tone.ACT;
            case NOT_KNOWN -> Tone.NONE;
        };
    }
}
