package io.gatehouse.portal.ui.overrides;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.house.HouseDays;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.overrides.Overrides.Yours;
import io.gatehouse.people.Action;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The overrides of one page as cards, with what the reader may do about each; and the button that proposes one. */
public class OverrideCards {
    private final CurrentPerson current;
    private final Overrides overrides;
    private final Instant now;
    private final Runnable refresh;
    /** Asked once: it is the same for every check of a request. */
    private @Nullable Leave leave;

    /** @param refresh shows the page anew once something was done */
    public OverrideCards(CurrentPerson current, Overrides overrides, Instant now, Runnable refresh) {
        this.current = current;
        this.overrides = overrides;
        this.now = now;
        this.refresh = refresh;
    }

    /** What two people accepted or may accept about a check of a request; empty where there is nothing to say. */
    public Optional<Div> of(PromotionDossier dossier, CheckResult check) {
        Div part = new Div();
        part.addClassName("gh-stack");
        dossier.overrides().stream()
                .filter(each -> each.check() == check.check())
                .map(this::card)
                .forEach(part::add);
        proposing(dossier, check).ifPresent(part::add);
        return part.getComponentCount() == 0 ? Optional.empty() : Optional.of(part);
    }

    private Optional<Component> proposing(PromotionDossier dossier, CheckResult check) {
        Evaluation evaluation = dossier.evaluation();
        boolean failed = check.verdict() == Verdict.FAIL || check.verdict() == Verdict.INCONCLUSIVE;
        if (evaluation == null
                || !failed
                || dossier.state() != RequestState.AWAITING_REVIEW
                || !current.may(Action.OVERRIDE)
                || openOf(dossier, evaluation, check.check())) {
            return Optional.empty();
        }
        if (check.check() == CheckName.FAIRNESS && dossier.use() == Use.AUTOMATED) {
            return Optional.of(caption(text("override.automated")));
        }
        Leave given = leave(dossier.number());
        if (given.mostDays == 0) {
            return Optional.of(caption(text("override.none-allowed")));
        }
        if (given.objection.isPresent()) {
            return Optional.of(
                    caption(text("override.not-you", given.objection.get().in(Reader.language()))));
        }
        Button button = new Button(text("override.open"), click -> propose(dossier, check.check(), given.mostDays));
        button.setAriaLabel(text("override.open.of", Reader.word(check.check())));
        // In a box of its own, or it would be drawn as wide as the card.
        return Optional.of(new Div(button));
    }

    /** @param mostDays that the policy allows @param objection why the reader may not propose any */
    private record Leave(int mostDays, Optional<Sentence> objection) {}

    private Leave leave(long request) {
        Leave known = leave;
        if (known == null) {
            known = new Leave(
                    overrides.mostDays(current.actor(), request),
                    overrides.objectionToProposing(current.actor(), request));
            leave = known;
        }
        return known;
    }

    private static boolean openOf(PromotionDossier dossier, Evaluation evaluation, CheckName check) {
        return dossier.overrides().stream()
                .anyMatch(each -> each.check() == check
                        && each.evaluationDigest().equals(evaluation.digest())
                        && each.state().open());
    }

    private void propose(PromotionDossier dossier, CheckName check, int most) {
        String what = "PR-" + dossier.number() + "." + check;
        new OverrideDialog(
                        new OverrideDialog.Question(
                                text("override.dialog.title", Reader.word(check)),
                                text("override.dialog.means", dossier.version()),
                                HouseDays.of(now),
                                most,
                                draft(what, "reason"),
                                draft(what, "control")),
                        wanted -> overrides.propose(current.actor(), dossier.number(), check, wanted),
                        refresh)
                .open();
    }

    private Draft draft(String what, String field) {
        UUID writer = current.actor().person().id();
        return Draft.of(writer, "override." + what + "." + field);
    }

    /** One override with all that it says. */
    public Div card(CheckOverride override) {
        Div head = new Div(link(override), badge(override.stateAt(now)));
        head.addClassName("gh-card-head");
        Div card = words(override);
        card.addComponentAsFirst(new Paragraph(standing(override)));
        card.addComponentAsFirst(head);
        return card;
    }

    /** What was said of an override and what can be done with it, where its name and how it stands are told already. */
    Div words(CheckOverride override) {
        Div card = new Div();
        card.addClassNames("gh-notice", "gh-override");
        card.setId("override-" + override.number());
        if (override.stateAt(now) == OverrideState.PROPOSED || override.overAt(now)) {
            card.addClassName("is-watch");
        }
        card.add(
                said("override.card.reason", override.reason()),
                said("override.card.control", override.control()),
                caption(who(override)));
        if (!override.endReason().isBlank()) {
            card.add(said("override.card.end", override.endReason()));
        }
        Div buttons = buttons(override);
        if (buttons.getComponentCount() > 0) {
            card.add(buttons);
        }
        return card;
    }

    private static Span link(CheckOverride override) {
        Anchor link = Places.link(Places.override(override.number()), override.id());
        Span title = new Span(link, new Span(" · " + text("override.card.title", Reader.word(override.check()))));
        title.addClassName("gh-strong");
        return title;
    }

    /** How it stands, in one sentence. */
    String standing(CheckOverride override) {
        String day = Figures.date(override.until());
        return switch (override.stateAt(now)) {
            case PROPOSED -> text("override.standing.proposed", day);
            case IN_FORCE ->
                override.inUse()
                        ? text("override.standing.in-use", override.version(), day, override.daysLeft(now))
                        : text("override.standing.in-force", day, override.daysLeft(now));
            case EXPIRED ->
                underReview(override)
                        ? text("override.standing.review", day, override.version())
                        : text("override.standing.expired", day);
            case RENEWED -> text("override.standing.renewed", "OV-" + override.renewedBy());
            case WITHDRAWN ->
                underReview(override)
                        ? text("override.standing.withdrawn.review", override.version())
                        : text("override.standing.withdrawn");
            case DECLINED -> text("override.standing.declined");
            case LAPSED -> text("override.standing.lapsed", day);
        };
    }

    private boolean underReview(CheckOverride override) {
        return override.inUse() && override.overAt(now);
    }

    private static String who(CheckOverride override) {
        String proposed =
                text("override.card.proposed", override.proposedBy(), Figures.dateTime(override.proposedAt()));
        Instant agreed = override.agreedAt();
        Instant ended = override.endedAt();
        String second = agreed == null
                ? ""
                : " · " + text("override.card.agreed", String.valueOf(override.agreedBy()), Figures.dateTime(agreed));
        return ended == null
                ? proposed + second
                : proposed + second + " · "
                        + text("override.card.ended", String.valueOf(override.endedBy()), Figures.dateTime(ended));
    }

    private Div buttons(CheckOverride override) {
        Div buttons = new Div();
        buttons.addClassName("gh-toolbar");
        if (!override.state().open() && !override.inUse()) {
            return buttons;
        }
        Yours yours = overrides.yours(current.actor(), override);
        Sentence whyNot = yours.whyNotAgree();
        if (yours.mayAgree()) {
            Button agree = button("agree", override, false);
            agree.addThemeVariants(ButtonVariant.PRIMARY);
            buttons.add(agree, button("decline", override, true));
        } else if (whyNot != null && current.may(Action.OVERRIDE)) {
            buttons.add(caption(whyNot.in(Reader.language())));
        }
        if (yours.mayRenew()) {
            buttons.add(renewal(override));
        }
        if (yours.mayWithdraw()) {
            buttons.add(button("withdraw", override, override.stateAt(now) == OverrideState.IN_FORCE));
        }
        return buttons;
    }

    private Button button(String verb, CheckOverride override, boolean needsWords) {
        Button button = new Button(text("override." + verb));
        button.setAriaLabel(text("override." + verb) + ", " + override.id());
        button.addClickListener(click -> new DecideDialog(
                        verb,
                        text("override." + verb + ".title", override.id()),
                        text("override." + verb + ".means", override.version(), Figures.date(override.until())),
                        needsWords,
                        reason -> decided(verb, override, reason),
                        refresh)
                .open());
        return button;
    }

    private Overrides.Outcome decided(String verb, CheckOverride override, String reason) {
        return switch (verb) {
            case "agree" -> overrides.agree(current.actor(), override.number());
            case "decline" -> overrides.decline(current.actor(), override.number(), reason);
            default -> overrides.withdraw(current.actor(), override.number(), reason);
        };
    }

    private Button renewal(CheckOverride override) {
        Button button = new Button(text("override.renew"));
        button.addClickListener(click -> new OverrideDialog(
                        new OverrideDialog.Question(
                                text("override.renew.title", override.id()),
                                text("override.renew.means"),
                                HouseDays.of(now),
                                overrides.mostDays(current.actor(), override.request()),
                                draft(override.id(), "reason"),
                                draft(override.id(), "control")),
                        wanted -> overrides.renew(current.actor(), override.number(), wanted),
                        refresh)
                .open());
        return button;
    }

    private static Paragraph said(String key, String words) {
        Span label = new Span(text(key) + " ");
        label.addClassName("gh-strong");
        Paragraph said = new Paragraph(label, new Span(words));
        said.addClassName("gh-thread-words");
        return said;
    }

    private static Span caption(String words) {
        Span caption = new Span(words);
        caption.addClassName("gh-caption");
        return caption;
    }

    /** A state in a shape and a word. */
    public static StatusBadge badge(OverrideState state) {
        Tone tone = switch (state) {
            case PROPOSED -> Tone.INFO;
            case IN_FORCE, EXPIRED -> Tone.WATCH;
            case RENEWED, WITHDRAWN, DECLINED, LAPSED -> Tone.NONE;
        };
        return new StatusBadge(tone, Reader.word(state));
    }

    private static String text(String key, @Nullable Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
