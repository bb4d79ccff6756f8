package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** That what looks at screens would see a fault if there were one. */
class AxeIT {
    private static final String FAULTY = """
            <!doctype html><html lang="en"><title>t</title><main><h1>Heading</h1>
            <img src="data:,"><p style="color:#999;background:#aaa">Hardly to be read</p></main></html>""";

    @Test
    void whatIsWrongIsFoundByItsKind() {
        try (Page page = Chromium.ofThisProcess().newPage()) {
            page.setContent(FAULTY);

            assertThat(Axe.EVERYTHING.violations(page))
                    .anyMatch(fault -> fault.startsWith("image-alt: img"))
                    .anyMatch(fault -> fault.startsWith("color-contrast: p"));
            assertThat(Axe.COLOURS.violations(page)).singleElement().asString().startsWith("color-contrast: p");
        }
    }
}
