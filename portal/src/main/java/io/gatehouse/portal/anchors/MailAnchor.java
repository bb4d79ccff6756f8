package io.gatehouse.portal.anchors;

import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.checkpoints.Anchor;
import io.gatehouse.sentences.Written;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mails each checkpoint to somebody who keeps it, such as the auditors. The mail server is that of {@code spring.mail}. */
class MailAnchor implements Anchor {
    private final JavaMailSender mails;
    private final String to;
    private final String from;

    MailAnchor(JavaMailSender mails, String to, String from) {
        this.mails = mails;
        this.to = to;
        this.from = from;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String place() {
        return to;
    }

    @Override
    public void keep(SignedCheckpoint checkpoint, String publicKey) throws IOException {
        try {
            mails.send(message(checkpoint, publicKey));
        } catch (MessagingException | MailException failure) {
            throw new IOException("The mail to " + to + " was not taken: " + failure.getMessage(), failure);
        }
    }

    private MimeMessage message(SignedCheckpoint checkpoint, String publicKey) throws MessagingException {
        MimeMessage message = mails.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        mail.setTo(to.split("\\s*,\\s*"));
        mail.setFrom(from);
        mail.setSubject("Checkpoint %d of the audit log, event %d".formatted(checkpoint.number(), checkpoint.seq()));
        mail.setText(
                """
                On %s the audit log of Gatehouse ended with event %d, whose hash is
                %s

                Keep this mail. With the files attached an export of the log can be verified later, without the server:
                  ./gatehouse audit verify export.ndjson --checkpoint checkpoint-%d.json --public-key public-key.pem
                """.formatted(Written.day(checkpoint.at()), checkpoint.seq(), checkpoint.hash(), checkpoint.number()));
        mail.addAttachment(
                "checkpoint-" + checkpoint.number() + ".json", text(checkpoint.text() + "\n"), "application/json");
        mail.addAttachment("public-key.pem", text(publicKey), "application/x-pem-file");
        return message;
    }

    private static ByteArrayResource text(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }
}
