package io.gatehouse.portal.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.auditlog.AuditLog;
import io.gatehouse.auditlog.AuditLog.Check;
import io.gatehouse.auditlog.ChainChecks;
import io.gatehouse.checkpoints.Anchors;
import io.gatehouse.checkpoints.Checkpoints;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.AuditDownloads;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.components.WhileUnderWay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Whether the log is as it was written: the last check, the last checkpoint, and where checkpoints are anchored. */
public class ChainPanel extends Div {
    private static final Duration EVERY = Duration.ofMillis(1_000);

    private final transient Keepers keepers;
    private final transient Supplier<Actor> actor;
    private final transient Runnable happened;
    private boolean running;
    // Until the panel itself says that the check is over: whoever waits for it must never be left with an older state.
    private final WhileUnderWay following = new WhileUnderWay(this, EVERY, () -> running, this::lookAgain);

    /** What the panel asks. */
    @Component
    public record Keepers(
            AuditLog log, ChainChecks checks, Checkpoints checkpoints, Anchors anchors, AuditDownloads downloads) {}

    /** @param happened called once something was done that is an event itself */
    ChainPanel(Keepers keepers, Supplier<Actor> actor, Runnable happened) {
        this.keepers = keepers;
        this.actor = actor;
        this.happened = happened;
        addClassNames("gh-panel", "gh-audit-chain");
        show();
    }

    private void show() {
        removeAll();
        Actor who = actor.get();
        Optional<Check> check = keepers.log.state(who).lastCheck();
        running = check.filter(last -> last.state() == Check.State.RUNNING).isPresent();
        Optional<SignedCheckpoint> checkpoint =
                keepers.checkpoints.newest(who, 1).stream().findFirst();
        add(verdict(check), checkpoint(checkpoint), buttons(check, checkpoint), anchors(keepers.anchors.standing(who)));
    }

    private static Div verdict(Optional<Check> last) {
        Div line = new Div();
        line.addClassName("gh-audit-verdict");
        line.getElement().setAttribute("role", "status");
        if (last.isEmpty()) {
            line.add(new StatusBadge(Tone.NONE, text("audit.check.never")), new Span(text("audit.check.never.hint")));
            return line;
        }
        Check check = last.get();
        Tone tone = switch (check.state()) {
            case INTACT -> Tone.OK;
            case TAMPERED, FAILED -> Tone.ACT;
            case RUNNING -> Tone.INFO;
        };
        line.add(new StatusBadge(tone, Reader.word(check.state())), new Span(said(check)));
        if (check.state() == Check.State.RUNNING) {
            ProgressBar bar = new ProgressBar(0, 100, check.percent());
            bar.getElement().setAttribute("aria-label", text("audit.check.progress"));
            line.add(bar);
        }
        return line;
    }

    private static String said(Check check) {
        String at = Figures.dateTime(check.at());
        return switch (check.state()) {
            case INTACT -> I18NProvider.translate("audit.check.intact", Figures.whole(check.to()), at);
            case TAMPERED -> I18NProvider.translate("audit.check.tampered", check.message(), at);
            case FAILED -> I18NProvider.translate("audit.check.failed", check.message(), at);
            case RUNNING -> check.message().isEmpty() ? text("audit.check.waiting") : check.message();
        };
    }

    private static Paragraph checkpoint(Optional<SignedCheckpoint> checkpoint) {
        return new Paragraph(checkpoint
                .map(last -> I18NProvider.translate(
                        "audit.checkpoint",
                        Figures.whole(last.number()),
                        Figures.whole(last.seq()),
                        Figures.dateTime(last.at())))
                .orElseGet(() -> text("audit.checkpoint.none")));
    }

    private Div buttons(Optional<Check> check, Optional<SignedCheckpoint> checkpoint) {
        Button verify = new Button(text("audit.verify"), click -> {
            keepers.checks.start(actor.get());
            lookAgain();
            following.check();
        });
        verify.setEnabled(!running);
        Button sign = new Button(text("audit.sign"), click -> {
            keepers.checkpoints.write(actor.get());
            show();
            happened.run();
        });
        Div buttons = new Div(verify, sign);
        buttons.addClassName("gh-chips");
        Actor who = actor.get();
        if (checkpoint.isPresent()) {
            buttons.add(
                    new DownloadButton(text("audit.download.checkpoint"), () -> keepers.downloads.checkpoint(who)),
                    new DownloadButton(text("audit.download.key"), () -> Optional.of(keepers.downloads.publicKey())));
        }
        return buttons;
    }

    private static com.vaadin.flow.component.Component anchors(List<Anchors.Standing> anchors) {
        if (anchors.isEmpty()) {
            Paragraph none = new Paragraph(text("audit.anchors.none"));
            none.addClassName("gh-caption");
            return none;
        }
        Table table = new Table(text("audit.anchors"))
                .column(text("audit.anchor"))
                .column(text("audit.anchor.state"))
                .column(text("audit.anchor.last"));
        for (Anchors.Standing anchor : anchors) {
            boolean failing = !anchor.failure().isEmpty();
            Div state = new Div(new StatusBadge(
                    failing ? Tone.ACT : anchor.waiting() > 0 ? Tone.WATCH : Tone.OK,
                    text(
                            failing
                                    ? "audit.anchor.failing"
                                    : anchor.waiting() > 0 ? "audit.anchor.waits" : "audit.anchor.keeps")));
            if (failing) {
                state.add(new Span(" "
                        + I18NProvider.translate(
                                "audit.anchor.failure", anchor.failure(), Figures.whole(anchor.waiting()))));
            }
            table.row(
                    new Span(text("audit.anchor." + anchor.name()) + " · " + anchor.place()),
                    state,
                    new Span(last(anchor)));
        }
        return table;
    }

    private static String last(Anchors.Standing anchor) {
        Long number = anchor.checkpoint();
        return number == null || anchor.anchoredAt() == null
                ? text("audit.anchor.nothing")
                : I18NProvider.translate("audit.anchor.kept", number, Figures.dateTime(anchor.anchoredAt()));
    }

    private void lookAgain() {
        show();
        if (!running) {
            happened.run();
        }
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
