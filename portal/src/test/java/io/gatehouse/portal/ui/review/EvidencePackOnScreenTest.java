package io.gatehouse.portal.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.Statements;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** Offering the pack costs a glance; making it costs reading, and happens with the click. */
@StoredScreenTest
@WithMockUser("priya")
class EvidencePackOnScreenTest extends SpringBrowserlessTest {
    private final PromotionBench bench;
    private final TestPeople people;
    private final Statements statements;

    EvidencePackOnScreenTest(PromotionBench bench, TestPeople people, Statements statements) {
        this.bench = bench;
        this.people = people;
        this.statements = statements;
        people.priya();
    }

    @Test
    void showingAReviewReadsItsEvaluationOnceAndNothingOfThePack() throws IOException {
        long number = bench.asked(
                people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good()));

        // While a request is open, the review asks which files lie there now; that is not the pack's doing.
        bench.approve(people.priya(), number);

        List<String> shown = statements.during(() -> Places.go(UI.getCurrent(), Places.promotion(number)));

        assertThat(shown)
                .filteredOn(sql -> sql.contains("document from evaluation"))
                .hasSize(1);
        assertThat(shown)
                .noneMatch(sql -> sql.contains("select judged_case") || sql.contains("select * from artifact"));

        DownloadButton button = $view(DownloadButton.class).all().stream()
                .filter(offered -> offered.getElement().getTextRecursively().contains("pack"))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        List<String> made = statements.during(() -> test(button).download(pack));

        assertThat(made).anyMatch(sql -> sql.contains("select judged_case"));
        assertThat(entries(pack.toByteArray()))
                .containsExactly(
                        "README.txt",
                        "dossier.xlsx",
                        "request.json",
                        "model-card.md",
                        "model-card.json",
                        "case.json",
                        "predictions.csv",
                        "evidence.json",
                        "SHA256SUMS");
    }

    private static List<String> entries(byte[] pack) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
