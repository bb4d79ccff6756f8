package io.gatehouse.portal.ui.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.cleanup.CleanUpPlan;
import io.gatehouse.cleanup.CleanUps;
import io.gatehouse.cleanup.StoreFacts;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.Runs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("adam")
class StorageViewTest extends ScreenTest {
    private final TestPeople people;
    private final CleanUps cleanUps;
    private final ArtifactStore store;
    private final Runs runs;
    private final JdbcClient jdbc;
    private final String name;

    StorageViewTest(TestPeople people, CleanUps cleanUps, ArtifactStore store, Runs runs, JdbcClient jdbc, Ids ids) {
        super(people);
        this.people = people;
        this.cleanUps = cleanUps;
        this.store = store;
        this.runs = runs;
        this.jdbc = jdbc;
        this.name = "left-" + ids.hex32().substring(0, 8);
    }

    @Test
    void theScreenSaysWhatTheApiSays() throws IOException {
        deleted(31);
        deleted(1);
        open("storage");

        StoreFacts facts = cleanUps.store(people.adam());
        CleanUpPlan plan = cleanUps.plan(people.adam());
        assertThat(words())
                .contains("in the data folder of this machine")
                .contains(Figures.whole(facts.paths()) + ", of which " + Figures.whole(facts.files()) + " are stored")
                .contains(Figures.bytes(facts.bytes()))
                .contains(Figures.whole(plan.owners().size()) + " deleted runs and models can lose their files")
                .contains(Figures.bytes(plan.freed() + plan.orphans().bytes()) + " would become free");

        open("storage?find=" + name);
        assertThat(words())
                .contains(name, "Goes", "Deleted long enough ago", "Stays", "Deleted lately; it can still be restored");
        open("storage?find=" + name + "&fate=Stays");
        assertThat(words()).contains("Deleted lately").doesNotContain("Deleted long enough ago");
    }

    @Test
    void nothingGoesBeforeSomebodyConfirmsAndThenJustThat() throws IOException {
        Run old = deleted(31);
        Run lately = deleted(1);
        open("storage");
        test(button("Free the room…")).click();

        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(files(old)).isOne();
        test(dialog).confirm();

        assertThat(files(old)).isZero();
        assertThat(files(lately)).isOne();
        assertThat(words()).contains("It is on the audit log.", "Last clean-up on record");
        assertThat(jdbc.sql("select action from audit_event where object = 'artifacts'")
                        .query((row, index) -> row.getString(1))
                        .list())
                .contains("artifacts.swept");
    }

    @Test
    void whatChangedMeanwhileIsRefusedAndShownAnew() throws IOException {
        Run old = deleted(31);
        open("storage");
        test(button("Free the room…")).click();
        runs.restore(people.dana(), old.info().id());
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(words()).contains("This page shows what would go now.");
        assertThat(files(old)).isOne();
    }

    @Test
    @WithMockUser("rita")
    void nobodyElseSeesIt() {
        open("storage");

        assertThat(heading()).doesNotContain("Storage");
        assertThat(words()).doesNotContain("would become free");
    }

    /** A run with a file, deleted so many days ago. */
    private Run deleted(int days) throws IOException {
        Run run =
                runs.create(people.dana(), new Runs.NewRun(0, "", Optional.of(name), OptionalLong.empty(), List.of()));
        String text = "bytes of " + run.info().id();
        store.write(
                people.dana(),
                root(run).resolve("a.txt"),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                OptionalLong.empty());
        runs.delete(people.dana(), run.info().id());
        jdbc.sql("update run set deleted_at = ? where id = ?")
                .params(
                        Instant.now().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC),
                        run.info().id())
                .update();
        return run;
    }

    private int files(Run run) {
        return store.inventory(root(run)).size();
    }

    private static ArtifactPath root(Run run) {
        return ArtifactPath.ofLocation(run.info().artifactUri()).orElseThrow();
    }

    private Button button(String words) {
        return $view(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
