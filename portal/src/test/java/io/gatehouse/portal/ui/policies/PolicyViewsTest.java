package io.gatehouse.portal.ui.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.Proposals;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.errors.NotFoundView;
import io.gatehouse.portal.ui.errors.NotPermittedView;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("rita")
class PolicyViewsTest extends ScreenTest {
    /** Not the policy that other tests judge by. */
    private static final String NAME = "automated";

    private final Policies policies;
    private final Proposals proposals;
    private final ProposalDesk desk;
    private final TestPeople people;

    PolicyViewsTest(TestPeople people, Policies policies, Proposals proposals, ProposalDesk desk) {
        super(people);
        this.proposals = proposals;
        this.desk = desk;
        this.people = people;
        this.policies = policies;
    }

    @Test
    @WithMockUser("vera")
    void everyUseHasItsPolicyAndWhatIsNotAvailableSaysWhy() {
        open("policies");

        assertThat(words())
                .contains("A person reads a list and decides", "Looked up while a person acts", "Acts by itself")
                .contains("Not available yet", "No promotion can be asked for under this policy yet");
        assertThat($(SideNavItem.class).all()).extracting(SideNavItem::getLabel).contains("Policies");
    }

    @Test
    @WithMockUser("vera")
    void theClausesComeBeforeTheTextAndReadersCannotWrite() {
        open("policies/human-reviewed/versions/1");

        assertThat(sections().getFirst()).isEqualTo("In plain words");
        assertThat(words()).contains("Whoever scores 20.0 % or more is acted on.");
        assertThat($view(Pre.class).single().getText()).contains("fairness:", "  tolerance: 0.8\n");
        assertThat(links()).noneMatch(link -> link.endsWith("/edit"));
        assertThat(open("policies/human-reviewed/edit")).isInstanceOf(NotPermittedView.class);
    }

    @Test
    @WithMockUser("carl")
    void whoHasNoPartInPoliciesIsNotLedToThem() {
        open("");
        assertThat($(SideNavItem.class).all()).extracting(SideNavItem::getLabel).doesNotContain("Policies");
        assertThat(open("policies")).isInstanceOf(NotPermittedView.class);
    }

    @Test
    void policiesAndVersionsThatDoNotExistAreNamed() {
        assertThat(open("policies/no-such")).isInstanceOf(NotFoundView.class);
        assertThat(words()).contains("There is no policy called “no-such”.");
        assertThat(open("policies/human-reviewed/versions/99")).isInstanceOf(NotFoundView.class);
    }

    @Test
    void everyFaultIsListedWithItsLineAndNothingIsSaved() {
        int before = newest().ref().version();
        edit(text().replaceAll("tolerance: 0\\.\\d+\n", "tolerance: 85\n").replace("approvals:", "approvls:"));
        test(button("Check without saving")).click();

        assertThat(buttons())
                .anyMatch(words -> words.matches("line \\d+: fairness\\.tolerance must lie between 0 and 1|"
                        + "line \\d+: approvls is not a field.*"))
                .anyMatch(words -> words.contains("approvals is missing"));
        assertThat($view(TextArea.class).single().isInvalid()).isTrue();
        assertThat(newest().ref().version()).isEqualTo(before);
    }

    @Test
    void aPolicyKeepsItsNameAndItsUse() {
        edit(text().replace("name: " + NAME, "name: other"));
        test(button("Check without saving")).click();
        assertThat(buttons()).anyMatch(words -> words.matches("line \\d+: name must stay automated.*"));
    }

    @Test
    void proposingShowsWhatChangesAsksWhyAndLeadsToTheProposal() {
        int before = newest().ref().version();
        double cap = newest().document().fairness().differenceCap() == 0.06 ? 0.07 : 0.06;
        edit(text().replaceAll("difference_cap: [0-9.]+", "difference_cap: " + cap));
        test(button("Propose as version " + (before + 1))).click();

        assertThat($view(TextField.class).single().isInvalid())
                .as("needs a reason")
                .isTrue();
        assertThat($(ConfirmDialog.class).all()).isEmpty();
        because("Too lenient");
        test(button("Propose as version " + (before + 1))).click();
        assertThat(words())
                .contains("What would change", "fairness.difference_cap", "Open requests", "Versions in use");
        assertThat(newest().ref().version()).as("not before it is confirmed").isEqualTo(before);
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(newest().ref().version())
                .as("not before a second person agrees")
                .isEqualTo(before);
        assertThat(heading()).endsWith("policy automated");
        assertThat(words())
                .contains("Too lenient", "Proposed by Rita Gomez", "fairness.difference_cap")
                .contains("You proposed this, so somebody else has to decide on it.");
        Proposal open = desk.ofPolicy(people.rita(), NAME).getFirst();
        open("policies/automated");
        assertThat(words()).contains("Open proposals", "PC-" + open.number(), "Too lenient");
        proposals.accept(people.priya(), open.number(), "");
        assertThat(newest().ref().version()).isEqualTo(before + 1);
        assertThat(newest().document().fairness().differenceCap()).isEqualTo(cap);
        open("policies/automated");
        assertThat(words())
                .contains("What version " + (before + 1) + " says otherwise than version " + before)
                .contains("Rita Gomez, accepted by Priya Shah");
        open("policies/automated/versions/" + before);
        assertThat(words()).contains("Earlier version; version " + (before + 1) + " is in force");
    }

    @Test
    void whatSomebodyElsePutMeanwhileIsNotOverwritten() {
        edit(text().replaceAll("margin: [0-9.]+", "margin: 0.011"));
        because("Stricter");
        test(button("Propose as version " + (newest().ref().version() + 1))).click();
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        String other = "Changed meanwhile " + UUID.randomUUID();
        put(other);
        test(dialog).confirm();

        assertThat(words()).contains("proposed by Rita Gomez, came meanwhile", "Nothing was proposed");
        assertThat($view(TextArea.class).single().getValue()).contains("margin: 0.011");
        assertThat(newest().document().summary()).isEqualTo(other);
    }

    private void put(String summary) {
        var now = newest().document();
        policies.put(
                people.ritaOnRecord(),
                new io.gatehouse.policy.PolicyDocument(
                        now.name(),
                        now.use(),
                        summary,
                        now.unavailable(),
                        now.approvals(),
                        now.actingThreshold(),
                        now.performance(),
                        now.fairness(),
                        now.value(),
                        now.reproducibility(),
                        now.mayNotApply()));
    }

    private void because(String reason) {
        $view(TextField.class).single().setValue(reason);
    }

    private void edit(String wanted) {
        $view(TextArea.class).single().setValue(wanted);
    }

    /** Opens the editor and gives its text. */
    private String text() {
        open("policies/" + NAME + "/edit");
        return $view(TextArea.class).single().getValue();
    }

    private PolicyVersion newest() {
        return policies.newest(people.rita(), NAME).orElseThrow();
    }

    private List<String> links() {
        return $view(Anchor.class).all().stream().map(Anchor::getHref).toList();
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
}
