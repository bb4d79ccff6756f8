package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Action;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.UnsentWords;
import io.gatehouse.rollback.Rollback;
import io.gatehouse.rollback.Rollbacks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Champions of a model that were taken back, why, and what was found; whoever may closes the open ones here. */
class RollbackSection {
    private final CurrentPerson current;
    private final Rollbacks rollbacks;
    private final Instant now;
    private final Runnable refresh;

    RollbackSection(CurrentPerson current, Rollbacks rollbacks, Instant now, Runnable refresh) {
        this.current = current;
        this.rollbacks = rollbacks;
        this.now = now;
        this.refresh = refresh;
    }

    /** Empty if none was taken back, or the reader may not read why. */
    Optional<Section> of(String model) {
        List<Rollback> found = current.may(Action.READ_PROMOTION) ? rollbacks.of(current.actor(), model) : List.of();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        found.forEach(each -> list.add(line(each)));
        Section section = new Section(new H2(text("rollback.title")), new Paragraph(text("rollback.intro")), list);
        section.addClassName("gh-section");
        section.setId("rollbacks");
        return Optional.of(section);
    }

    /** The button that leads back; empty where there is no way back, or the reader may not take it. */
    Optional<Button> button(String model, int champion) {
        if (!current.may(Action.ROLL_BACK)) {
            return Optional.empty();
        }
        return rollbacks.target(current.actor(), model).map(target -> {
            Button button = new Button(text("rollback.button", target));
            button.addClickListener(click -> ask(model, champion, target));
            return button;
        });
    }

    private void ask(String model, int champion, int target) {
        new RollbackDialog(
                        new RollbackDialog.Question(
                                text("rollback.dialog.title", target),
                                text("rollback.dialog.consequence", champion, target, model),
                                text("rollback.dialog.reason"),
                                text("rollback.dialog.reason.missing"),
                                text("rollback.dialog.confirm", target),
                                true),
                        draft("rollback." + model),
                        reason -> rollbacks.rollBack(current.actor(), model, champion, reason),
                        refresh)
                .open();
    }

    /** What the reader wrote for a way back that was not taken; empty for those who may not take it. */
    Optional<UnsentWords> unsent(String model, @Nullable Integer champion) {
        if (!current.may(Action.ROLL_BACK)) {
            return Optional.empty();
        }
        Optional<Integer> target = champion == null ? Optional.empty() : rollbacks.target(current.actor(), model);
        return Optional.of(new UnsentWords(
                draft("rollback." + model),
                text("rollback.unsent"),
                target.isPresent() ? text("unsent.continue") : "",
                kept -> {
                    if (champion != null) {
                        target.ifPresent(version -> ask(model, champion, version));
                    }
                }));
    }

    private Draft draft(String what) {
        return Draft.of(current.actor().person().id(), what);
    }

    private ListItem line(Rollback rollback) {
        Span words = new Span(text(
                "rollback.line",
                "RB-" + rollback.number(),
                rollback.by(),
                rollback.from(),
                rollback.to(),
                Figures.dateTime(rollback.at())));
        words.addClassName("gh-strong");
        Span reason = new Span(text("rollback.line.reason", rollback.reason()));
        Span found = new Span(standing(rollback));
        found.addClassName("gh-caption");
        Span all = new Span(new Paragraph(words), new Paragraph(reason), new Paragraph(found));
        all.addClassName("gh-grow");
        ListItem line = new ListItem(all);
        Long request = rollback.request();
        if (request != null) {
            line.add(Places.link(Places.promotion(request), "PR-" + request));
        }
        if (rollback.open() && current.may(Action.ROLL_BACK)) {
            line.add(new Button(text("rollback.follow-up"), click -> followUp(rollback)));
            line.add(new UnsentWords(
                    draft(finding(rollback)),
                    text("rollback.follow-up.unsent"),
                    text("unsent.continue"),
                    kept -> followUp(rollback)));
        }
        return line;
    }

    private static String finding(Rollback rollback) {
        return "RB-" + rollback.number() + ".finding";
    }

    private String standing(Rollback rollback) {
        String by = rollback.followedUpBy();
        Instant at = rollback.followedUpAt();
        if (by != null && at != null) {
            return text("rollback.line.found", by, Figures.dateTime(at), String.valueOf(rollback.finding()));
        }
        return text(
                rollback.overdue(now) ? "rollback.line.overdue" : "rollback.line.open", Figures.date(rollback.dueAt()));
    }

    private void followUp(Rollback rollback) {
        new RollbackDialog(
                        new RollbackDialog.Question(
                                text("rollback.follow-up.title", "RB-" + rollback.number()),
                                text("rollback.follow-up.consequence", rollback.by()),
                                text("rollback.follow-up.finding"),
                                text("rollback.follow-up.missing"),
                                text("rollback.follow-up.confirm"),
                                false),
                        draft(finding(rollback)),
                        finding -> rollbacks.followUp(current.actor(), rollback.number(), finding),
                        refresh)
                .open();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
