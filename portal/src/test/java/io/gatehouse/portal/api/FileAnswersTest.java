package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.portal.downloads.Download;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class FileAnswersTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aLongFileSaysItsNameAndKindBeforeItIsMade() throws IOException {
        FileAnswers.send(
                atOnce(out -> {
                    assertThat(response.getHeader("Content-Disposition")).contains("list.xlsx");
                    assertThat(response.getContentType()).isEqualTo(Download.WORKBOOK);
                    out.write('x');
                }),
                response);

        assertThat(response.getContentAsString()).isEqualTo("x");
    }

    @Test
    void aFailureBeforeTheFirstByteIsToldLikeAnyOther() {
        Download download = atOnce(out -> {
            throw new IllegalStateException("The database is gone");
        });

        assertThatThrownBy(() -> FileAnswers.send(download, response)).isInstanceOf(IllegalStateException.class);
        assertThat(response.getHeaderNames()).doesNotContain("Content-Disposition");
    }

    @Test
    void aFileThatBrokeOffIsNoFile() {
        Download download = atOnce(out -> {
            out.write('x');
            out.flush();
            throw new IllegalStateException("The database is gone");
        });

        assertThatThrownBy(() -> FileAnswers.send(download, response))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broke off");
    }

    private static Download atOnce(Download.Content content) {
        return new Download("list.xlsx", Download.WORKBOOK, content, true);
    }
}
