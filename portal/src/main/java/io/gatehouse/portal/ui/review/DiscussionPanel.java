package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RefusalNotice;
import io.gatehouse.promotion.Discussions;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Comment;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What people said of the request and of its checks, and the place to answer. Open to whoever may read, decided or not. */
class DiscussionPanel extends Section {
    private final transient PromotionDossier dossier;
    private final transient CurrentPerson current;
    private final transient Discussions discussions;
    private final transient LongConsumer refresh;
    private final transient Draft draft;
    private final Select<CheckName> about = new Select<>();
    private final TextArea words = new TextArea();
    private final RefusalNotice refusal = new RefusalNotice();

    /** @param refresh draws the page anew, with the number of the comment that was added */
    DiscussionPanel(PromotionDossier dossier, CurrentPerson current, Discussions discussions, LongConsumer refresh) {
        this.dossier = dossier;
        this.current = current;
        this.discussions = discussions;
        this.refresh = refresh;
        this.draft = Draft.of(current.actor().person().id(), "PR-" + dossier.number() + ".comment");
        addClassName("gh-section");
        setId("discussion");
        add(new H2(heading(dossier)), thread(dossier.comments()), form());
        draft.keep(words, kept -> words.setHelperText(text("unsent.restored")));
    }

    /** Such as “Discussion (3)”. */
    static String heading(PromotionDossier dossier) {
        int comments = dossier.comments().size();
        return comments == 0 ? text("review.discussion") : text("review.discussion.count", comments);
    }

    private static OrderedList thread(List<Comment> comments) {
        OrderedList list = new OrderedList();
        list.addClassNames("gh-list", "gh-thread");
        comments.forEach(comment -> list.add(line(comment)));
        list.setVisible(!comments.isEmpty());
        return list;
    }

    private static ListItem line(Comment comment) {
        PersonTag by = new PersonTag(comment.by());
        Span when = new Span(Figures.dateTime(comment.at())
                + (comment.check() == null
                        ? ""
                        : " · " + text("review.discussion.about", Reader.word(comment.check()))));
        when.addClassName("gh-caption");
        Paragraph said = new Paragraph(comment.words());
        said.addClassName("gh-thread-words");
        ListItem item = new ListItem(by, when, said);
        item.setId(id(comment.number()));
        return item;
    }

    /** Of a comment on the page. */
    static String id(long comment) {
        return "comment-" + comment;
    }

    private Div form() {
        about.setLabel(text("review.discussion.subject"));
        about.setItems(Optional.ofNullable(dossier.evaluation()).map(Evaluation::checks).orElse(List.of()).stream()
                .map(CheckResult::check)
                .toList());
        about.setItemLabelGenerator(check -> check == null ? text("review.discussion.whole") : Reader.word(check));
        about.setEmptySelectionAllowed(true);
        about.setEmptySelectionCaption(text("review.discussion.whole"));
        words.setLabel(text("review.discussion.words"));
        words.setMaxLength(4_000);
        words.setMinRows(2);
        words.setWidthFull();
        Button send = new Button(text("review.discussion.send"), click -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(about, words, refusal, send);
        form.addClassNames("gh-stack", "gh-panel", "gh-discussion-form");
        return form;
    }

    /** Makes the reader write about a check, with what they had begun. */
    void discuss(@Nullable CheckName check) {
        about.setValue(check);
        words.focus();
        getElement().executeJs("this.scrollIntoView({block: 'center'})");
    }

    /** Takes over what somebody wrote for a decision that can no longer be made. */
    void write(String text) {
        words.setValue(words.isEmpty() ? text : words.getValue() + "\n" + text);
        draft.put(words.getValue());
        discuss(about.getValue());
    }

    private void send() {
        if (words.isEmpty()) {
            words.setErrorMessage(text("review.discussion.missing"));
            words.setInvalid(true);
            words.focus();
            return;
        }
        switch (discussions.say(current.actor(), dossier.number(), about.getValue(), words.getValue())) {
            case Discussions.Said.Kept kept -> {
                draft.drop();
                words.clear();
                refresh.accept(kept.comment().number());
            }
            case Discussions.Said.Refused refused -> {
                refusal.say(refused.sentence());
            }
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
