package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyFault;
import io.gatehouse.policy.PolicyText;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposals;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.FormDraft;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.policies.PolicyConsequences.Consequences;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Writes the next version of a policy: as text, checked without saving, proposed only after what it changes was shown. */
@Route("policies/:name/edit")
@PermitAll
public class PolicyEditorView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Policies policies;
    private final transient Proposals proposals;
    private final transient PolicyConsequences consequences;
    private final TextArea text = new TextArea();
    private final TextField reason = new TextField();
    private final Div answer = new Div();
    private transient PolicyVersion base;
    private FormDraft draft;

    @SuppressWarnings("NullAway.Init") // base and draft are set when the screen is entered, before anything reads them
    PolicyEditorView(CurrentPerson current, Policies policies, Proposals proposals, PolicyConsequences consequences) {
        this.proposals = proposals;
        this.current = current;
        this.policies = policies;
        this.consequences = consequences;
        text.setLabel(text("policies.editor.label"));
        text.setHelperText(text("policies.editor.help"));
        text.addClassName("gh-policy-text");
        text.setValueChangeMode(ValueChangeMode.ON_BLUR);
        text.setWidthFull();
        reason.setLabel(text("policies.editor.reason"));
        reason.setHelperText(text("policies.editor.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(2_000);
        reason.setWidthFull();
        text.getElement()
                .executeJs(
                        "this.inputElement?.setAttribute('spellcheck', 'false'); this.inputElement?.setAttribute('wrap', 'off')");
        answer.getElement().setAttribute("role", "status");
        answer.setId("policy-answer");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.WRITE_POLICY);
        String name = event.getRouteParameters().get("name").orElse("");
        base = policies.newest(current.actor(), name)
                .orElseThrow(() -> new NotFoundException(text("policies.unknown", name)));
        int next = base.ref().version() + 1;
        setPageTitle(text("policies.editor.title", name), text("policies.title"));
        text.setValue(PolicyText.yaml(base.document()));
        removeAll();
        answer.removeAll();
        draft = new FormDraft(current.actor().person().id(), "policy." + name, "version " + (next - 1), () -> {
            text.setValue(PolicyText.yaml(base.document()));
            reason.clear();
        });
        draft.keep("text", text);
        draft.keep("reason", reason);
        draft.begin();
        Button check = new Button(text("policies.check"), click -> check().ifPresent(this::preview));
        Button save = new Button(text("policies.propose", next), click -> check().ifPresent(this::confirm));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(check, save);
        buttons.addClassName("gh-toolbar");
        add(
                new PageHeader(text("policies.editor.title", name))
                        .trail(new Breadcrumbs()
                                .to(Places.POLICIES, text("policies.title"))
                                .to(Places.policy(name), name))
                        .verdict(text("policies.editor.verdict", base.ref().version(), next)),
                draft,
                text,
                new OptionalFields(),
                reason,
                buttons,
                answer);
    }

    /** The document if it can be meant and belongs here; otherwise its faults are shown. */
    private Optional<PolicyDocument> check() {
        return switch (PolicyText.parse(text.getValue())) {
            case PolicyText.Reading.Rejected refused -> faults(refused.faults());
            case PolicyText.Reading.Understood(PolicyDocument document) -> {
                if (!document.name().equals(base.ref().name())) {
                    yield faults(List.of(new PolicyFault(
                            lineOf("name:"),
                            1,
                            "name",
                            text("policies.editor.name", base.ref().name()))));
                }
                if (document.use() != base.ref().use()) {
                    yield faults(List.of(new PolicyFault(
                            lineOf("use:"),
                            1,
                            "use",
                            text("policies.editor.use", base.ref().use()))));
                }
                yield Optional.of(document);
            }
        };
    }

    private int lineOf(String field) {
        List<String> lines = text.getValue().lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith(field)) {
                return line + 1;
            }
        }
        return 0;
    }

    private Optional<PolicyDocument> faults(List<PolicyFault> faults) {
        OrderedList list = new OrderedList();
        list.addClassName("gh-policy-faults");
        for (PolicyFault fault : faults) {
            String words = fault.line() == 0
                    ? fault.field() + " " + Reader.said(fault.problem())
                    : text("policies.fault", fault.line(), fault.field(), Reader.said(fault.problem()));
            Button go = new Button(words, click -> select(fault.line()));
            go.addThemeVariants(ButtonVariant.TERTIARY);
            list.add(new ListItem(go));
        }
        Div notice = new Notice(
                Tone.ACT,
                new Paragraph(
                        faults.size() == 1 ? text("policies.faults.one") : text("policies.faults", faults.size())),
                list);
        answer.removeAll();
        answer.add(notice);
        text.setInvalid(true);
        showAnswer();
        return Optional.empty();
    }

    /** Selects a line of the text, so that typing replaces it, and brings it into view. */
    private void select(int line) {
        text.getElement()
                .executeJs(
                        "const area = this.inputElement, lines = area.value.split('\\n'), at = Math.max($0 - 1, 0);"
                                + " const start = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);"
                                + " area.focus(); area.setSelectionRange(start, start + (lines[at] ?? '').length);"
                                + " this.scrollIntoView({block: 'nearest'});",
                        line);
    }

    private Consequences preview(PolicyDocument wanted) {
        text.setInvalid(false);
        Consequences found = consequences.of(current.actor(), wanted);
        answer.removeAll();
        answer.add(new PolicyPreview(base.document(), wanted, found));
        showAnswer();
        return found;
    }

    /** The text above is long, and what was found must not stay below the edge of the screen. */
    private void showAnswer() {
        answer.getElement().executeJs("setTimeout(() => this.scrollIntoView({block: 'nearest'}), 50)");
    }

    private void confirm(PolicyDocument wanted) {
        Consequences found = preview(wanted);
        if (wanted.equals(base.document())) {
            return;
        }
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(text("policies.editor.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        reason.setInvalid(false);
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(
                text("policies.propose.ask", base.ref().name(), base.ref().version() + 1));
        dialog.setText(text(
                "policies.propose.consequence",
                found.requests().size(),
                found.champions().size()));
        dialog.setCancelable(true);
        dialog.setCancelText(text("policies.save.keep"));
        dialog.setConfirmText(text("policies.propose", base.ref().version() + 1));
        dialog.addConfirmListener(event -> propose(wanted));
        dialog.open();
    }

    /** What was typed stays on the screen unless a proposal came of it. */
    private void propose(PolicyDocument wanted) {
        Proposals.Proposed proposed = proposals.propose(
                current.actor(),
                new Proposal.Wanted.Policy(wanted),
                reason.getValue(),
                base.ref().version());
        switch (proposed) {
            case Proposals.Proposed.Open(long number, boolean opened) -> {
                draft.drop();
                leave(Places.proposal(number));
            }
            case Proposals.Proposed.Unchanged(int version) ->
                leave(Places.policy(base.ref().name(), version));
            case Proposals.Proposed.Refused refused -> refuse(refused);
        }
    }

    private void leave(String place) {
        getUI().ifPresent(ui -> Places.go(ui, place));
    }

    private void refuse(Proposals.Proposed.Refused refused) {
        if (refused.code().equals("CHANGED_SINCE")) {
            PolicyVersion newest =
                    policies.newest(current.actor(), base.ref().name()).orElse(base);
            refuse(text("policies.editor.meanwhile", newest.by(), newest.ref().version()));
        } else {
            refuse(refused.sentence().in(Reader.language()));
        }
    }

    private void refuse(String why) {
        Div notice = new Notice(Tone.ACT, new Paragraph(why));
        answer.removeAll();
        answer.add(notice);
    }
}
