package io.gatehouse.portal.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.work.JobsBench;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("rita")
class AuditViewTest extends ScreenTest {
    private final TestPeople people;
    private final AuditTrail trail;
    private final JobsBench jobs;
    private final String object = "probe/" + UUID.randomUUID();

    AuditViewTest(TestPeople people, AuditTrail trail, JobsBench jobs) {
        super(people);
        this.people = people;
        this.trail = trail;
        this.jobs = jobs;
    }

    @Test
    void eventsReadAsSentencesWithAWayToWhatTheyWereAbout() {
        trail.appendAlone(people.priya(), "policy.put", "policy/human-reviewed", Map.of("version", 7));

        open("audit");

        assertThat(words()).contains("Priya Shah put version 7 of the policy human-reviewed.");
        assertThat(links()).contains("policies/human-reviewed");
    }

    @Test
    void theAddressCarriesTheFilter() {
        trail.appendAlone(people.dana(), "probe.sent", object, Map.of());
        trail.appendAlone(people.dana(), "probe.sent", "probe/other", Map.of());

        open("audit?object=" + object);

        assertThat(words()).contains(object).doesNotContain("probe/other");
        assertThat($view(TextField.class).single().getValue()).isEqualTo(object);
        assertThat($view(Anchor.class).all())
                .anyMatch(link -> link.getText().equals("Show all events") && link.isVisible());
    }

    @Test
    void typingIntoTheFilterNarrowsDown() {
        trail.appendAlone(people.dana(), "probe.sent", object, Map.of());
        open("audit");

        test($view(TextField.class).single()).setValue(object);

        assertThat(words()).contains("did “probe.sent” to " + object, "Events ");
    }

    @Test
    void pagesGoOnByTheNumberOfTheEvent() {
        for (int i = 0; i < 60; i++) {
            trail.appendAlone(people.dana(), "probe.sent", object, Map.of());
        }
        open("audit?object=" + object);
        String first = words();
        String older = links().stream()
                .filter(link -> link.contains("before="))
                .findFirst()
                .orElseThrow();

        open(older);

        assertThat(words()).isNotEqualTo(first).contains("Newer");
        String newer = links().stream()
                .filter(link -> link.contains("after="))
                .findFirst()
                .orElseThrow();
        open(newer);
        assertThat(links()).anyMatch(link -> link.contains("before="));
    }

    @Test
    void nothingFoundSaysWhatToDo() {
        open("audit?object=" + UUID.randomUUID());

        assertThat(words()).contains("No event fits.", "Show all events");
    }

    @Test
    void anAddressThatSomebodyMistypedShowsTheLog() {
        open("audit?from=yesterday&person=me&before=x&via=window");

        assertThat(heading()).isEqualTo("Audit log");
        assertThat(words()).contains("Events ");
    }

    @Test
    void theChainIsVerifiedInTheBackground() {
        open("audit");
        test(button("Verify now")).click();
        assertThat(words()).contains("Under way");

        jobs.runAll();
        open("models");
        open("audit");

        assertThat(words()).contains("Checked up to event");
    }

    @Test
    void whatVerifyingFoundIsShownWithoutAReloadWithTheEventThatSaysSo() {
        open("audit?action=audit.verified");
        String before = words();
        test(button("Verify now")).click();
        assertThat(button("Verify now").isEnabled()).isFalse();
        jobs.runAll();

        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));

        assertThat(words())
                .isNotEqualTo(before)
                .contains("Checked up to event", "Rita Gomez")
                .doesNotContain("Under way");
        assertThat(button("Verify now").isEnabled()).isTrue();
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void aCheckpointIsSignedOnDemand() {
        open("audit");

        test(button("Sign a checkpoint now")).click();

        assertThat(words()).contains("Last checkpoint:", "Public key");
    }

    @Test
    @WithMockUser("adam")
    void anAdministratorIsToldWhomTheLogIsFor() {
        open("audit");

        assertThat(words()).contains("Adam Berg may not read the audit log");
    }

    private Button button(String words) {
        return $view(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private List<String> links() {
        return $view(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
