package io.gatehouse.portal.anchors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.gatehouse.audit.SignedCheckpoint;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class AnchorsTest {
    private static final String KEY = "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n";
    private static final SignedCheckpoint CHECKPOINT = new SignedCheckpoint(
            12, 812, "a".repeat(64), Instant.parse("2026-03-14T10:15:00Z"), "b".repeat(64), "c2ln");

    @TempDir
    Path folder;

    @Test
    void aFolderKeepsTheCheckpointAndTheKey() throws IOException {
        FolderAnchor anchor = new FolderAnchor(folder);

        anchor.keep(CHECKPOINT, KEY);
        anchor.keep(CHECKPOINT, KEY);

        assertThat(Files.readString(folder.resolve("checkpoint-00000012.json"))).isEqualTo(CHECKPOINT.text() + "\n");
        assertThat(Files.readString(folder.resolve("public-key-bbbbbbbbbbbb.pem")))
                .isEqualTo(KEY);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aFolderOverwritesNothing() throws IOException {
        Path file = folder.resolve("checkpoint-00000012.json");
        Files.writeString(file, "something else");

        assertThatThrownBy(() -> new FolderAnchor(folder).keep(CHECKPOINT, KEY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("says something else");
        assertThat(Files.readString(file)).isEqualTo("something else");
    }

    @Test
    void aFolderThatIsNotMountedIsAFaultAndNotMade() {
        Path gone = folder.resolve("gone");

        assertThatThrownBy(() -> new FolderAnchor(gone).keep(CHECKPOINT, KEY))
                .hasMessageContaining("There is no folder");
        assertThat(gone).doesNotExist();
    }

    @Test
    void aMailCarriesTheCheckpointAndTheKey() throws IOException, MessagingException {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            new MailAnchor(
                            sender(server.getSmtp().getPort()),
                            "audit@example.org, risk@example.org",
                            "gate@example.org")
                    .keep(CHECKPOINT, KEY);

            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(2);
            assertThat(received[0].getSubject()).isEqualTo("Checkpoint 12 of the audit log, event 812");
            assertThat(parts(received[0]))
                    .anySatisfy(text -> assertThat(text).contains("a".repeat(64), "--checkpoint checkpoint-12.json"))
                    .contains(CHECKPOINT.text() + "\n", KEY);
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailServerThatIsAwayIsAFault() {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        int port = server.getSmtp().getPort();
        server.stop();

        assertThatThrownBy(() ->
                        new MailAnchor(sender(port), "audit@example.org", "gate@example.org").keep(CHECKPOINT, KEY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("audit@example.org was not taken");
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    private static List<String> parts(MimeMessage message) throws IOException, MessagingException {
        List<String> texts = new ArrayList<>();
        collect((MimeMultipart) message.getContent(), texts);
        return texts.stream().map(text -> text.replace("\r\n", "\n")).toList();
    }

    private static void collect(MimeMultipart parts, List<String> texts) throws IOException, MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).getContent() instanceof MimeMultipart inner) {
                collect(inner, texts);
            } else {
                texts.add(new String(parts.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }
}
