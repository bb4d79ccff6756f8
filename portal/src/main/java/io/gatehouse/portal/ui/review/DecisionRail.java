package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.components.UnsentWords;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.PromotionDossier.Seat;
import io.gatehouse.promotion.PromotionDossier.Vote;
import io.gatehouse.promotion.PromotionDossier.YourVote;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has agreed, who still must, and the reader's own say; beside the story, or below everything on a small screen. */
class DecisionRail extends Aside {
    /** Where a link leads those who would have to pass all evidence with the keyboard. */
    static final String ID = "decision";

    private final transient PromotionDossier dossier;
    private final transient CurrentPerson current;
    private final transient Promotions promotions;
    private final transient Runnable refresh;
    private final transient DiscussionPanel discussion;

    DecisionRail(
            PromotionDossier dossier,
            CurrentPerson current,
            Promotions promotions,
            DiscussionPanel discussion,
            Runnable refresh) {
        this.discussion = discussion;
        this.dossier = dossier;
        this.current = current;
        this.promotions = promotions;
        this.refresh = refresh;
        addClassName("gh-rail");
        setId(ID);
        getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-label", text("review.decision"));
        add(new H2(text(dossier.state().open() ? "review.decision" : "review.decision.made")), approvals());
        seats();
        expiry();
        if (!dossier.votes().isEmpty()) {
            add(votes());
        }
        if (dossier.state().open()) {
            if (dossier.state() == RequestState.APPROVED) {
                sendBack();
            } else {
                add(yourSay());
            }
            if (dossier.yourVote().mayWithdraw()) {
                add(new OwnVerbs(dossier, draft("WITHDRAW"), current, promotions, refresh));
            }
        } else {
            Paragraph closed = new Paragraph(text("review.closed"));
            closed.addClassName("gh-caption");
            add(closed);
        }
        unsent();
        Button discuss = new Button(DiscussionPanel.heading(dossier), click -> discussion.discuss(null));
        discuss.addThemeVariants(ButtonVariant.TERTIARY);
        discuss.addClassName("gh-rail-discuss");
        add(discuss);
    }

    /** What the reader wrote for a decision that did not come about. */
    private void unsent() {
        for (Choice choice : Choice.values()) {
            boolean possible = choice == Choice.APPROVE
                    ? dossier.yourVote().mayApprove()
                    : dossier.yourVote().allowed();
            Draft draft = draft(choice.name());
            add(new UnsentWords(
                    draft,
                    text("review.unsent." + choice),
                    text(possible ? "unsent.continue" : "review.unsent.discuss"),
                    kept -> {
                        if (possible) {
                            decide(choice);
                        } else {
                            discussion.write(kept);
                            draft.drop();
                        }
                    }));
        }
    }

    private Draft draft(String verb) {
        return Draft.of(current.actor().person().id(), "PR-" + dossier.number() + "." + verb);
    }

    private Paragraph approvals() {
        long given = dossier.votes().stream()
                .filter(vote -> vote.current() && vote.choice() == Choice.APPROVE)
                .count();
        Paragraph line = new Paragraph(text(
                dossier.approvalsNeeded() == 1 ? "review.approvals.one" : "review.approvals.many",
                given,
                dossier.approvalsNeeded()));
        line.addClassName("gh-rail-count");
        return line;
    }

    /** Where more than reviewers are asked for, each approval by its kind. */
    private void seats() {
        List<Seat> seats = dossier.waiting().seats();
        if (seats.stream().allMatch(seat -> seat.role().equals(Role.REVIEWER.name()))) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-rail-votes");
        for (Seat seat : seats) {
            Span role = new Span(Reader.word(Role.valueOf(seat.role())));
            role.addClassName("gh-strong");
            list.add(new ListItem(
                    seat.taken()
                            ? new StatusBadge(Tone.OK, text("review.seat.taken"))
                            : new StatusBadge(Tone.NONE, text("review.seats")),
                    role));
        }
        add(list);
    }

    private void expiry() {
        Instant moment = dossier.waiting().executeAt();
        if (moment != null) {
            boolean approved = dossier.state() == RequestState.APPROVED;
            Paragraph line = new Paragraph(
                    text(approved ? "review.scheduled" : "review.scheduled.if", Figures.dateTime(moment)));
            line.addClassName("gh-caption");
            add(line);
        }
        Instant end = dossier.waiting().expiresAt();
        if (end != null && dossier.state().open()) {
            boolean review = dossier.state() == RequestState.AWAITING_REVIEW;
            Paragraph line =
                    new Paragraph(text(review ? "review.expires" : "review.expires.requester", Figures.date(end)));
            line.addClassName("gh-caption");
            add(line);
        }
    }

    /** What was approved for later can be stopped until then by having it judged anew, which takes its approvals away. */
    private void sendBack() {
        if (!dossier.yourVote().mayEvaluateAgain()) {
            return;
        }
        Div box = new Div(new Button(text("review.send-back"), click -> {
            ConfirmDialog dialog = new ConfirmDialog();
            dialog.setHeader(text("review.send-back.ask", dossier.version()));
            dialog.setText(text("review.send-back.consequence"));
            dialog.setCancelable(true);
            dialog.setCancelText(text("review.dialog.cancel"));
            dialog.setConfirmText(text("review.send-back"));
            // A refusal means that it came into use or was withdrawn meanwhile, which the page then shows.
            dialog.addConfirmListener(event -> {
                promotions.evaluateAgain(current.actor(), dossier.number());
                refresh.run();
            });
            dialog.open();
        }));
        box.addClassName("gh-rail-say");
        add(box);
    }

    private UnorderedList votes() {
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-rail-votes");
        for (Vote vote : dossier.votes()) {
            PersonTag by = new PersonTag(vote.by());
            Span when = new Span(Reader.word(Role.valueOf(vote.role())) + " · " + Figures.date(vote.at())
                    + (vote.standsFor().isEmpty() ? "" : " · " + text("review.vote.for", vote.standsFor()))
                    + (vote.current() ? "" : " · " + text("review.vote.outdated")));
            when.addClassName("gh-caption");
            list.add(new ListItem(HistoryList.badge(vote.choice()), by, when));
        }
        return list;
    }

    /** The buttons, or in their place the reason why there are none. */
    private Div yourSay() {
        YourVote say = dossier.yourVote();
        Div box = new Div();
        box.addClassName("gh-rail-say");
        if (!say.allowed()) {
            box.add(reason(say.whyNot(), "review.not-you"));
            return box;
        }
        if (!say.standsFor().isEmpty()) {
            Paragraph stead = new Paragraph(text("review.stands-for", String.join(", ", say.standsFor())));
            stead.addClassName("gh-caption");
            box.add(stead);
        }
        if (say.mayApprove()) {
            Button approve = verb("review.approve", Choice.APPROVE);
            approve.addThemeVariants(ButtonVariant.PRIMARY);
            box.add(approve);
        } else {
            box.add(reason(say.whyNotApprove(), "review.not-approvable"));
        }
        Button changes = verb("review.request-changes", Choice.REQUEST_CHANGES);
        Button reject = verb("review.reject", Choice.REJECT);
        reject.addThemeVariants(ButtonVariant.ERROR);
        box.add(changes, reject);
        return box;
    }

    static Paragraph reason(@Nullable Sentence sentence, String otherwise) {
        Paragraph reason = new Paragraph(sentence == null ? text(otherwise) : sentence.in(Reader.language()));
        reason.addClassName("gh-rail-reason");
        return reason;
    }

    private Button verb(String key, Choice choice) {
        return new Button(text(key), click -> decide(choice));
    }

    private void decide(Choice choice) {
        new DecisionDialog(
                        dossier,
                        choice,
                        draft(choice.name()),
                        (reason, digest) -> promotions.vote(current.actor(), dossier.number(), choice, reason, digest),
                        refresh)
                .open();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
