package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RefusalNotice;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.PromotionDossier.Comment;
import io.gatehouse.promotion.Promotions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Repeats what a decision brings about, takes its reason, and says so if it was refused. The vote is for the evaluation that the reader
 * saw, never for one that came since.
 */
class DecisionDialog extends Dialog {
    private static final int LONGEST_SAID = 300;

    private final transient PromotionDossier dossier;
    private final @Nullable Choice choice;
    private final transient BiFunction<String, String, Promotions.Outcome> decide;
    private final transient Runnable refresh;
    private final TextArea reason = new TextArea();
    private final RefusalNotice refusal = new RefusalNotice();
    private final Button confirm;
    private final transient Draft draft;

    /** @param choice what is voted; absent to take the request back @param draft keeps the reason until it is sent */
    DecisionDialog(
            PromotionDossier dossier,
            @Nullable Choice choice,
            Draft draft,
            BiFunction<String, String, Promotions.Outcome> decide,
            Runnable refresh) {
        this.dossier = dossier;
        this.choice = choice;
        this.draft = draft;
        this.decide = decide;
        this.refresh = refresh;
        String verb = choice == null ? "WITHDRAW" : choice.name();
        setHeaderTitle(text("review.dialog." + verb, dossier.version()));
        setWidth("min(520px, 94vw)");
        reason.setLabel(text(reasonNeeded() ? "review.dialog.reason" : "review.dialog.reason.optional"));
        reason.setRequiredIndicatorVisible(reasonNeeded());
        reason.setWidthFull();
        reason.setMaxLength(2_000);
        reason.setMinRows(3);
        Div body = new Div(new Paragraph(consequence()));
        lastSaid().ifPresent(body::add);
        body.add(reason, refusal);
        body.addClassNames("gh-stack", "gh-dialog");
        add(body);
        confirm = new Button(text("review.dialog.confirm." + verb), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (choice == Choice.REJECT) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        // Nobody decides twice by pressing twice.
        confirm.setDisableOnClick(true);
        draft.keep(reason, kept -> reason.setHelperText(text("unsent.restored")));
        getFooter().add(new Button(text("review.dialog.cancel"), click -> close()), confirm);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                reason.focus();
            }
        });
    }

    /** A question that nobody answered is not overlooked by whoever approves. */
    private Optional<Paragraph> lastSaid() {
        if (choice != Choice.APPROVE || dossier.comments().isEmpty()) {
            return Optional.empty();
        }
        Comment last = dossier.comments().getLast();
        String words = last.words().strip();
        Paragraph said = new Paragraph(text(
                "review.dialog.last-said",
                last.by(),
                Figures.date(last.at()),
                Reader.quoted(words.length() <= LONGEST_SAID ? words : words.substring(0, LONGEST_SAID) + "…")));
        said.addClassName("gh-caption");
        return Optional.of(said);
    }

    private boolean reasonNeeded() {
        return choice == Choice.REJECT || choice == Choice.REQUEST_CHANGES;
    }

    private String consequence() {
        if (choice == null) {
            return text("review.consequence.withdraw");
        }
        return switch (choice) {
            case REJECT -> text("review.consequence.reject", dossier.version(), dossier.requestedBy());
            case REQUEST_CHANGES -> text("review.consequence.changes", dossier.requestedBy());
            case APPROVE -> approvalConsequence();
        };
    }

    private String approvalConsequence() {
        long given = dossier.votes().stream()
                .filter(vote -> vote.current() && vote.choice() == Choice.APPROVE)
                .count();
        if (given + 1 < dossier.approvalsNeeded()) {
            return text("review.consequence.approve.more", dossier.version(), dossier.approvalsNeeded() - given - 1);
        }
        Instant later = dossier.waiting().executeAt();
        if (later != null) {
            return text(
                    "review.consequence.approve.later",
                    dossier.version(),
                    dossier.model(),
                    dossier.alias(),
                    Figures.dateTime(later));
        }
        Integer champion = dossier.championVersion();
        return champion == null
                ? text("review.consequence.approve.first", dossier.version(), dossier.model(), dossier.alias())
                : text("review.consequence.approve", dossier.version(), champion, dossier.model(), dossier.alias());
    }

    private void submit() {
        String words = reason.getValue().strip();
        if (reasonNeeded() && words.isEmpty()) {
            reason.setErrorMessage(text("review.dialog.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            confirm.setEnabled(true);
            return;
        }
        reason.setInvalid(false);
        switch (decide.apply(words, dossier.digest())) {
            case Promotions.Outcome.Done done -> {
                draft.drop();
                close();
                refresh.run();
            }
            case Promotions.Outcome.Refused refused -> refuse(refused);
        }
    }

    private void refuse(Promotions.Outcome.Refused refused) {
        refusal.say(refused.sentence());
        boolean movedOn = List.of("CHANGED_SINCE", "NOT_OPEN", "ALREADY_VOTED").contains(refused.code());
        confirm.setEnabled(!movedOn);
        if (movedOn) {
            refusal.addComponentAsFirst(new Paragraph(text("review.changed")));
            refusal.add(new Button(text("review.changed.show"), click -> {
                close();
                refresh.run();
            }));
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
