package io.gatehouse.portal.mail;

import io.gatehouse.notices.Channel;
import io.gatehouse.notices.NotBroughtException;
import io.gatehouse.notices.NotBroughtException.Reach;
import io.gatehouse.notices.Notice;
import io.gatehouse.people.Person;
import io.gatehouse.portal.address.PublicAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mails notices to people who have an address. Its id follows from the notice, so that a mail sent twice can be known as one. */
class MailChannel implements Channel {
    private final JavaMailSender mails;
    private final PublicAddress portal;
    private final String from;

    /** @param from the address that mails come from; empty: {@code gatehouse} at the portal's own name */
    MailChannel(JavaMailSender mails, PublicAddress portal, String from) {
        this.mails = mails;
        this.portal = portal;
        this.from = from.isBlank() ? "gatehouse@" + portal.host() : from.strip();
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean reaches(Person person) {
        return !person.email().isEmpty();
    }

    @Override
    public void bring(Person to, List<Notice> notices) throws NotBroughtException {
        MimeMessage message;
        try {
            message = message(to, notices);
        } catch (MessagingException | UnsupportedEncodingException unfit) {
            throw new NotBroughtException(Reach.NEVER, "The mail cannot be written: " + unfit.getMessage(), unfit);
        }
        try {
            mails.send(message);
        } catch (MailException failure) {
            throw MailFailures.of(failure);
        }
    }

    private MimeMessage message(Person to, List<Notice> notices)
            throws MessagingException, UnsupportedEncodingException {
        NoticeText text = NoticeText.of(to, notices, portal);
        MimeMessage message = mails.createMimeMessage();
        MimeMessageHelper mail =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_RELATED, StandardCharsets.UTF_8.name());
        mail.setTo(to.email());
        mail.setFrom(from, "Gatehouse");
        mail.setSubject(text.subject());
        mail.setText(text.plain(), text.html());
        message.setHeader("Message-ID", "<" + notices.getFirst().id() + "@" + portal.host() + ">");
        message.setHeader("List-Id", "Gatehouse notices <notices." + portal.host() + ">");
        // RFC 3834: no mailbox answers that its owner is away.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (portal.known()) {
            message.setHeader("List-Unsubscribe", "<" + portal.root() + "/notices/settings>");
        }
        return message;
    }
}
