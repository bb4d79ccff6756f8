package io.gatehouse.portal.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleRequests;
import io.gatehouse.portal.samples.Story;
import io.gatehouse.portal.ui.PortalAddress;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.DownloadButton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever clicks and whoever calls the API at the same moment hold the same file. */
class SameFileThroughEveryDoorTest extends ScreenTest {
    private static final String API = "/api/gatehouse/v1/";
    private static final Instant NOW = Instant.parse("2026-11-14T09:30:00Z");

    private final HouseClock clock;
    private final MockMvc programs;

    SameFileThroughEveryDoorTest(TestPeople people, HouseClock clock, WebApplicationContext portal) {
        super(people);
        this.clock = clock;
        programs = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
    }

    @Test
    @WithMockUser("vera")
    void theChampion() {
        byte[] clicked = clicked("models/" + Story.CHURN, "Download as Excel");

        assertSame(clicked, called("vera", "reports/champions/" + Story.CHURN + ".xlsx"));
        assertThat(lines(clicked))
                .contains(
                        "Provenance: Policy | human-reviewed v1",
                        "Provenance: Promotion request | PR-900012",
                        "Provenance: Answers as of (UTC) | 14 Nov 2026")
                .noneMatch(line -> line.contains("not evaluated"));
    }

    @Test
    @WithMockUser("carl")
    void theChampionForWhoMayNotReadItsEvaluation() {
        byte[] clicked = clicked("models/" + Story.CHURN, "Download as Excel");

        assertSame(clicked, called("carl", "reports/champions/" + Story.CHURN + ".xlsx"));
        assertThat(lines(clicked))
                .contains("Provenance: Promotion request | PR-900012")
                .anyMatch(line -> line.startsWith("Provenance: Evaluated at (UTC) | "))
                .noneMatch(line -> line.contains("not evaluated") || line.startsWith("Provenance: Evidence"));
    }

    @Test
    @WithMockUser("vera")
    void theComparison() {
        byte[] clicked = clicked("compare?v=" + Story.CHURN + ":2&v=" + Story.CHURN + ":5", "Download the comparison");

        assertSame(clicked, called("vera", "reports/comparisons/" + Story.CHURN + ".xlsx?versions=2,5"));
    }

    @Test
    @WithMockUser("priya")
    void theDossierOfARequest() {
        String request = "PR-" + SampleRequests.IN_REVIEW;

        assertSame(
                clicked("promotions/" + request, "Download the dossier"),
                called("priya", "reports/promotion-requests/" + request + ".xlsx"));
    }

    @Test
    @WithMockUser("priya")
    void fairnessAndRoiOfARequest() {
        String request = "PR-" + SampleRequests.IN_REVIEW;

        assertSame(
                clicked("promotions/" + request, "Fairness as Excel"),
                called("priya", "reports/promotion-requests/" + request + "/fairness.xlsx"));
        assertSame(
                clicked("promotions/" + request, "ROI as Excel"),
                called("priya", "reports/promotion-requests/" + request + "/roi.xlsx"));
    }

    @Test
    @WithMockUser("priya")
    void figuresOfFairnessAndRoiAreThoseThatTheApiTells() {
        String request = "PR-" + SampleRequests.IN_REVIEW;
        JsonNode checks = JsonMapper.builder()
                .build()
                .readTree(called("priya", "promotion-requests/" + request))
                .at("/evaluation/checks");
        List<List<Object>> told = new ArrayList<>();
        for (JsonNode check : checks) {
            for (JsonNode segment : check.get("segments")) {
                told.add(List.of(
                        segment.get("group").asString(),
                        segment.get("true_positive_rate").asDouble()));
            }
        }

        byte[] workbook = clicked("promotions/" + request, "Fairness as Excel");

        assertThat(told).isNotEmpty();
        assertThat(segments(workbook)).isEqualTo(told);
    }

    @Test
    @WithMockUser("carl")
    void theRiskList() {
        assertSame(clicked("risk-lists/RL-7", "Download 340 customers"), called("carl", "risk-lists/RL-7.xlsx"));
    }

    /** Group and share of leavers found, row by row. */
    private static List<List<Object>> segments(byte[] workbook) {
        List<List<Object>> segments = new ArrayList<>();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            var sheet = read.getSheet("Segments");
            var header = sheet.getRow(sheet.getRepeatingRows().getFirstRow());
            int rate = StreamSupport.stream(header.spliterator(), false)
                    .filter(cell -> cell.getStringCellValue().equals("Share of leavers found"))
                    .findFirst()
                    .orElseThrow()
                    .getColumnIndex();
            for (int i = header.getRowNum() + 1; i <= sheet.getLastRowNum(); i++) {
                segments.add(List.of(
                        sheet.getRow(i).getCell(1).getStringCellValue(),
                        sheet.getRow(i).getCell(rate).getNumericCellValue()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return segments;
    }

    private byte[] clicked(String place, String label) {
        return clock.at(NOW, () -> {
            open(place);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DownloadButton button = $view(DownloadButton.class).all().stream()
                    .filter(shown -> shown.getElement().getTextRecursively().contains(label))
                    .findFirst()
                    .orElseThrow();
            test(button).download(file);
            return file.toByteArray();
        });
    }

    private byte[] called(String username, String path) {
        // A call signs in for itself, on the thread on which the screen is open.
        SecurityContext onScreen = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return clock.at(NOW, () -> answer(username, path));
        } finally {
            SecurityContextHolder.setContext(onScreen);
        }
    }

    private byte[] answer(String username, String path) {
        try {
            MockHttpServletResponse answer = programs.perform(
                            get(PortalAddress.current() + API + path).with(httpBasic(username, username + "-password")))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
            return answer.getContentAsByteArray();
        } catch (Exception failure) {
            throw new AssertionError("The call of " + path + " failed", failure);
        }
    }

    /** Cell by cell first, which tells where they part. */
    private static void assertSame(byte[] clicked, byte[] called) {
        assertThat(lines(clicked)).isEqualTo(lines(called));
        assertThat(clicked).isEqualTo(called);
    }

    /** Such as {@code Provenance: Version | 2}. */
    private static List<String> lines(byte[] workbook) {
        DataFormatter shown = new DataFormatter();
        List<String> lines = new ArrayList<>();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            read.forEach(sheet -> sheet.forEach(row -> lines.add(sheet.getSheetName() + ": "
                    + StreamSupport.stream(row.spliterator(), false)
                            .map(shown::formatCellValue)
                            .collect(Collectors.joining(" | ")))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lines;
    }
}
