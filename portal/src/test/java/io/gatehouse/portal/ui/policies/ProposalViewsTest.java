package io.gatehouse.portal.ui.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.ProposalState;
import io.gatehouse.policy.Proposals;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.errors.NotFoundView;
import io.gatehouse.portal.ui.errors.NotPermittedView;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("priya")
class ProposalViewsTest extends ScreenTest {
    private static final String NAME = "automated";

    private final Proposals proposals;
    private final ProposalDesk desk;
    private final Policies policies;
    private final TestPeople people;

    ProposalViewsTest(TestPeople people, Proposals proposals, ProposalDesk desk, Policies policies) {
        super(people);
        this.people = people;
        this.proposals = proposals;
        this.desk = desk;
        this.policies = policies;
    }

    @Test
    void homeNamesTheProposalAndItsPageTakesTheDecision() {
        long number = proposed();
        open("");
        assertThat(words()).contains("Accept or reject: PC-" + number + ": policy automated");

        open("policy-changes/PC-" + number);
        assertThat(words()).contains("Proposed by Rita Gomez", "It reads better", "Versions in use, judged by it");
        test(button("Accept")).click();
        Dialog dialog = $(Dialog.class).single();
        assertThat(dialog.getElement().getTextRecursively()).contains("marked as under review");
        test(buttonIn(dialog, "Accept")).click();

        assertThat(read(number).state()).isEqualTo(ProposalState.ACCEPTED);
        assertThat(words()).contains("Accepted by Priya Shah");
        assertThat(buttons()).doesNotContain("Accept", "Reject");
    }

    @Test
    void rejectingTakesAReasonAndKeepsItOnThePage() {
        long number = proposed();
        open("policy-changes/" + number);
        test(button("Reject")).click();
        Dialog dialog = $(Dialog.class).single();
        test(buttonIn(dialog, "Reject")).click();
        assertThat($(TextArea.class).single().isInvalid()).isTrue();
        $(TextArea.class).single().setValue("Too early");
        test(buttonIn(dialog, "Reject")).click();

        assertThat(read(number).state()).isEqualTo(ProposalState.REJECTED);
        assertThat(words()).contains("Rejected by Priya Shah", "Too early");
    }

    @Test
    void aDecisionThatSomebodyElseTookMeanwhileIsSaidAndNothingIsLost() {
        long number = proposed();
        open("policy-changes/PC-" + number);
        test(button("Accept")).click();
        Dialog dialog = $(Dialog.class).single();
        $(TextArea.class).single().setValue("My own words");
        proposals.withdraw(people.rita(), number, "");
        test(buttonIn(dialog, "Accept")).click();

        assertThat(dialog.getElement().getTextRecursively()).contains("PC-" + number + " was taken back.");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("My own words");
    }

    @Test
    @WithMockUser("vera")
    void readersReadAndDecideNothing() {
        long number = proposed();
        open("policy-changes");
        assertThat(words()).contains("Open proposals", "PC-" + number);
        open("policy-changes/PC-" + number);
        assertThat(buttons()).doesNotContain("Accept", "Reject", "Take it back", "Judge them again");
        assertThat(open("policy-changes/PC-999999")).isInstanceOf(NotFoundView.class);
        assertThat(open("policy-changes/x")).isInstanceOf(NotFoundView.class);
        proposals.withdraw(people.rita(), number, "");
    }

    @Test
    @WithMockUser("carl")
    void whoHasNoPartInPoliciesHasNoneInProposals() {
        assertThat(open("policy-changes")).isInstanceOf(NotPermittedView.class);
    }

    private long proposed() {
        PolicyDocument now = policies.newest(people.rita(), NAME).orElseThrow().document();
        Proposals.Proposed open = proposals.propose(
                people.rita(),
                new Proposal.Wanted.Policy(new PolicyDocument(
                        now.name(),
                        now.use(),
                        "Reads otherwise " + UUID.randomUUID(),
                        now.unavailable(),
                        now.approvals(),
                        now.actingThreshold(),
                        now.performance(),
                        now.fairness(),
                        now.value(),
                        now.reproducibility(),
                        now.mayNotApply())),
                "It reads better",
                null);
        return ((Proposals.Proposed.Open) open).number();
    }

    private Proposal read(long number) {
        return desk.read(people.vera(), number).orElseThrow().proposal();
    }

    private List<String> buttons() {
        return $view(Button.class).all().stream().map(Button::getText).toList();
    }

    private Button button(String words) {
        return $view(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private Button buttonIn(Dialog dialog, String words) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
