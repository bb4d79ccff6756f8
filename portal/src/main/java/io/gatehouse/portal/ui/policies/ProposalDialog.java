package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposals.Outcome;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.RefusalNotice;
import java.util.function.Function;

/** Repeats what a decision on a proposal brings about, takes its reason, and says so if it was refused. */
class ProposalDialog extends Dialog {
    /** What can be said to a proposal. */
    enum Verb {
        ACCEPT,
        REJECT,
        WITHDRAW
    }

    private final Verb verb;
    private final transient Function<String, Outcome> decide;
    private final transient Runnable refresh;
    private final Draft draft;
    private final TextArea reason = new TextArea();
    private final RefusalNotice refusal = new RefusalNotice();

    /** @param draft keeps the reason until it is sent */
    ProposalDialog(Proposal.Read read, Verb verb, Draft draft, Function<String, Outcome> decide, Runnable refresh) {
        this.verb = verb;
        this.draft = draft;
        this.decide = decide;
        this.refresh = refresh;
        setHeaderTitle(text(
                "proposal.dialog." + verb,
                ProposalCard.subject(read.proposal()),
                "PC-" + read.proposal().number()));
        setWidth("min(520px, 94vw)");
        reason.setLabel(text(verb == Verb.REJECT ? "review.dialog.reason" : "review.dialog.reason.optional"));
        reason.setRequiredIndicatorVisible(verb == Verb.REJECT);
        reason.setWidthFull();
        reason.setMaxLength(2_000);
        reason.setMinRows(3);
        Div body = new Div(new Paragraph(text("proposal.consequence." + verb)));
        if (verb == Verb.ACCEPT) {
            Paragraph champions = new Paragraph(ahead(read));
            champions.addClassName("gh-status-line");
            body.add(champions);
        }
        body.add(reason, refusal);
        body.addClassNames("gh-stack", "gh-dialog");
        add(body);
        Button confirm = new Button(text("proposal.confirm." + verb), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (verb == Verb.REJECT) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        // Nobody decides twice by pressing twice.
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirm.setEnabled(true));
        draft.keep(reason, kept -> reason.setHelperText(text("unsent.restored")));
        getFooter().add(new Button(text("review.dialog.cancel"), click -> close()), confirm);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                reason.focus();
            }
        });
    }

    private static String ahead(Proposal.Read read) {
        return read.proposal().judging().state() == Proposal.JudgingState.DONE
                ? ChampionsAhead.summary(read) + (read.movedOn().isEmpty() ? "" : " " + text("proposal.moved-on"))
                : text("proposal.dialog.not-judged");
    }

    private void submit() {
        String words = reason.getValue().strip();
        if (verb == Verb.REJECT && words.isEmpty()) {
            reason.setErrorMessage(text("review.dialog.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        switch (decide.apply(words)) {
            case Outcome.Done done -> {
                draft.drop();
                close();
                refresh.run();
            }
            case Outcome.Refused refused -> {
                refusal.say(refused.sentence());
                refusal.add(new Button(text("review.changed.show"), click -> {
                    close();
                    refresh.run();
                }));
            }
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
