package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UploadLimitTest {
    private final UploadLimit limit = new UploadLimit(DataSize.ofBytes(10));

    @Test
    void aFileOfTheLargestSizePasses() throws IOException {
        assertThat(limit.on(bytes(10), 10).readAllBytes()).hasSize(10);
        assertThat(limit.on(bytes(10), -1).readAllBytes()).hasSize(10);
    }

    @Test
    void whatAnnouncesMoreIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> limit.on(bytes(0), 11))
                .isInstanceOf(MlflowRefusal.class)
                .hasMessageContaining("has 11 bytes")
                .hasMessageContaining("gatehouse.artifacts.largest-file");
    }

    @Test
    void whatGrowsTooLargeWithoutSayingSoIsRefusedOnTheWay() {
        assertThatThrownBy(() -> limit.on(bytes(11), -1).readAllBytes())
                .isInstanceOf(MlflowRefusal.class)
                .hasMessageContaining("is too large");
        assertThatThrownBy(() -> {
                    InputStream upload = limit.on(bytes(11), 10);
                    while (upload.read() >= 0) {
                        // Byte by byte is counted alike.
                        assertThat(upload).isNotNull();
                    }
                })
                .isInstanceOf(MlflowRefusal.class);
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
