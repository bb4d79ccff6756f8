package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What executives take away on paper, read back from the printed file. */
class PaperIT extends OnlookerTest {
    private static final String MODEL = "streamflow-churn-predictor";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/print/home",
                "/print/models/" + MODEL + "/answers",
                "/print/models",
                "/print/models/" + MODEL + "/timeline",
                "/print/models/" + MODEL,
                "/print/promotions/PR-4",
                "/print/promotions/PR-4/fairness",
                "/print/promotions/PR-4/roi",
                "/print/compare?v=" + MODEL + ":1&v=" + MODEL + ":4"
            })
    void aPagePrintsToItsLastLineAndWithoutTheMenu(String path) throws IOException {
        printsToItsLastLine("vera", "byVeraKlein", path);
    }

    @Test
    void whoIsNoLongerOnAListPrintsToTheLastLine() throws IOException {
        printsToItsLastLine("carl", "byCarlJensen", "/print/risk-lists/RL-2/left");
    }

    private void printsToItsLastLine(String who, String by, String path) throws IOException {
        try (Visitor visitor = Visitor.signedIn(browser, portal, who)) {
            visitor.open(path);
            List<String> wanted = lines(visitor);
            String printed = squeezed(text(visitor.page().pdf()));

            assertThat(wanted)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(line -> assertThat(printed).contains(squeezed(line)));
            assertThat(printed).contains(squeezed("Printed from " + portal.address() + "/"), by);
            assertThat(printed)
                    .doesNotContain("Experiments", "Skiptomaincontent", "Printview", "Backtothescreen", "Download");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/quarters", "/risk-lists/RL-2"})
    void aPagePrintedAsItStandsFillsTheSheetFromItsLeftMarginToItsRight(String path) throws IOException {
        try (Visitor carl = Visitor.signedIn(browser, portal, "carl")) {
            carl.open(path);
            Edges edges = new Edges();
            try (PDDocument document = Loader.loadPDF(carl.page().pdf())) {
                edges.getText(document);
                float sheet = document.getPage(0).getMediaBox().getWidth();

                assertThat(edges.left).isLessThan(sheet / 10);
                assertThat(edges.right).isLessThan(sheet);
            }
        }
    }

    @Test
    void aListPrintedAsItStandsSaysWhereItsRowsAre() throws IOException {
        try (Visitor carl = Visitor.signedIn(browser, portal, "carl")) {
            carl.open("/risk-lists/RL-2?band=high");

            assertThat(squeezed(text(carl.page().pdf())))
                    .contains(squeezed("All rows stand in the print view: " + portal.address()
                            + "/print/risk-lists/RL-2?band=high"))
                    .doesNotContain(squeezed("A row opens to show more"));
        }
    }

    /** Where the text of a file begins and ends, across its pages. */
    private static final class Edges extends PDFTextStripper {
        private float left = Float.MAX_VALUE;
        private float right;

        @Override
        protected void processTextPosition(TextPosition text) {
            left = Math.min(left, text.getXDirAdj());
            right = Math.max(right, text.getXDirAdj() + text.getWidthDirAdj());
            super.processTextPosition(text);
        }
    }

    /** All headings, the first cell of every row, and the last line. */
    @SuppressWarnings("unchecked")
    private static List<String> lines(Visitor visitor) {
        return (List<String>) visitor.page().evaluate("""
                () => [...document.querySelectorAll('main :is(h1, h2, tbody th, footer.gh-provenance span)')]
                  .flatMap(node => node.innerText.split('\\n')).map(text => text.trim()).filter(text => text !== '')""");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Lines are broken elsewhere on paper. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
