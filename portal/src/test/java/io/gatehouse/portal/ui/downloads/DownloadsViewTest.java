package io.gatehouse.portal.ui.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.LongFiles;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.preparedfiles.PreparedFile;
import io.gatehouse.preparedfiles.PreparedFile.State;
import io.gatehouse.preparedfiles.PreparedFiles;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.AskedWork;
import io.gatehouse.work.Jobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** A long risk list, prepared in the background. */
@WithMockUser("carl")
class DownloadsViewTest extends ScreenTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final TestPeople people;
    private final PreparedFiles files;
    private final LongFiles orders;
    private final RiskLists lists;
    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final TransactionTemplate transaction;

    DownloadsViewTest(
            TestPeople people,
            PreparedFiles files,
            LongFiles orders,
            RiskLists lists,
            JdbcClient jdbc,
            Jobs jobs,
            TransactionTemplate transaction) {
        super(people);
        this.people = people;
        this.files = files;
        this.orders = orders;
        this.lists = lists;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    @BeforeEach
    void nothingYet() {
        jdbc.sql("delete from prepared_file").update();
        jdbc.sql("delete from job where asked_by is not null").update();
    }

    @Test
    void whoHadNothingPreparedIsToldWhereThatIsOffered() {
        open("downloads");

        assertThat(heading()).isEqualTo("My downloads and background work");
        assertThat(words()).contains("Nothing of yours is under way", "“Prepare in the background”");
    }

    @Test
    void aFileThatIsReadyHoldsWhatTheDownloadOfItsScreenHolds() throws IOException {
        UUID file = ask(Filter.ALL).id();
        awaited(file);
        open("downloads");

        assertThat(words())
                .contains("Risk list RL-7 of streamflow-churn-predictor, 340 customers", "Ready", "for you alone");
        assertThat($view(DownloadButton.class).all()).hasSize(1);
        try (InputStream bytes = files.take(carl(), file).orThrow().bytes();
                XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.readAllBytes()))) {
            assertThat(workbook.getSheet("Risk list").getLastRowNum()).isGreaterThanOrEqualTo(340);
        }
    }

    @Test
    void aFilterGoesWithTheOrder() throws IOException {
        Filter filter = Filter.ALL.withSegments(Map.of("plan_type", "basic")).withBand("very high");
        long matching = lists.page(carl(), 7, filter, 0, 0).orElseThrow().matching();
        UUID file = ask(filter).id();
        awaited(file);

        PreparedFile done = files.find(carl(), file).orElseThrow();
        assertThat(matching).isPositive().isLessThan(340);
        assertThat(done.rows()).isEqualTo(matching);
        assertThat(done.fileName()).endsWith(".xlsx");
    }

    @Test
    void whatWasCancelledSaysSoAndCanBeStartedAgain() {
        PreparedFile asked = ask(Filter.ALL);
        jdbc.sql("update prepared_file set state = 'CANCELLED', finished_at = asked_at where id = ?")
                .param(asked.id())
                .update();
        open("downloads");
        assertThat(words()).contains("Cancelled on");

        test($view(Button.class).withText("Start again").single()).click();

        awaited(asked.id());
        open("downloads");
        assertThat(words()).contains("Ready");
    }

    @Test
    void whatAServerLeftInTheMiddleSaysThatItWasInterrupted() {
        PreparedFile asked = ask(Filter.ALL);
        awaited(asked.id());
        jdbc.sql("""
                        update prepared_file set state = 'RUNNING', rows_done = 120, seen_at = timestamp with time zone '2026-01-01 10:00:00+00'
                        where id = ?""").param(asked.id()).update();
        open("downloads");

        assertThat(words()).contains("Interrupted", "No sign of life since 1 Jan 2026");
        assertThat($view(Button.class).withText("Start again").exists()).isTrue();
        assertThat($view(Button.class).withText("Cancel").exists()).isTrue();
    }

    @Test
    @WithMockUser("vera")
    void othersSeeNothingOfIt() {
        ask(Filter.ALL);
        open("downloads");

        assertThat(words()).contains("Nothing of yours is under way").doesNotContain("RL-7");
    }

    @Test
    void workOfOnesOwnMovesByItselfAndLeadsToItsScreen() {
        UUID work = underWay(carl(), 40);
        open("downloads");
        assertThat(words()).contains("Figures in use of churn, after outcomes OI-9", "Under way");
        assertThat($view(ProgressBar.class).single().getValue()).isEqualTo(0.4);
        assertThat($view(Anchor.class)
                        .withText("Figures in use of churn, after outcomes OI-9")
                        .single()
                        .getHref())
                .isEqualTo("models/churn/outcomes");

        jdbc.sql("update job set state = 'DONE', progress = 100, finished_at = created_at where id = ?")
                .param(work)
                .update();
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(words()).contains("Done on").doesNotContain("Under way");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void workOfOthersIsTheirs() {
        underWay(people.dana(), 40);
        open("downloads");

        assertThat(words()).doesNotContain("OI-9");
    }

    private UUID underWay(Actor asker, int percent) {
        AskedWork asked = new AskedWork(
                asker.person().id(),
                Sentences.say("work.outcomes", "model", "churn", "intake", "OI-9"),
                "models/churn/outcomes");
        // Nobody takes it up meanwhile: it is on lease from its first moment.
        return Objects.requireNonNull(transaction.execute(status -> {
            UUID id = jobs.enqueue("of-a-test", Map.of(), asked);
            jdbc.sql("update job set state = 'RUNNING', progress = ?, lease_until = ? where id = ?")
                    .params(percent, OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30), id)
                    .update();
            return id;
        }));
    }

    private PreparedFile ask(Filter filter) {
        Actor carl = carl();
        Header list = lists.page(carl, 7, filter, 0, 0).orElseThrow().header();
        long matching = lists.page(carl, 7, filter, 0, 0).orElseThrow().matching();
        Asker asker = new Asker(carl, URI.create("http://localhost:8080"));
        return files.ask(carl, orders.riskList(asker, list, filter, matching, "risk-lists/RL-7"))
                .orThrow();
    }

    /** The portal makes it by itself; on a machine that does other things as well, the first workbook takes its time. */
    private void awaited(UUID file) {
        Awaitility.await("the file")
                .atMost(LONGEST)
                .until(() -> files.find(carl(), file).orElseThrow().state() == State.DONE);
    }

    private Actor carl() {
        return people.carl();
    }
}
