package io.gatehouse.portal.mail;

import static io.gatehouse.portal.mail.SampleNotices.PRIYA;
import static io.gatehouse.portal.mail.SampleNotices.commented;
import static io.gatehouse.portal.mail.SampleNotices.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.gatehouse.notices.NotBroughtException;
import io.gatehouse.notices.NotBroughtException.Reach;
import io.gatehouse.notices.Notice;
import io.gatehouse.portal.address.PublicAddress;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailChannelTest {
    private static final PublicAddress PORTAL = PublicAddress.of("https://gate.example.org/");

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailSaysOneThingWithItsLinkAsTextAndAsHtml() throws Exception {
        MimeMessage mail = sent(PORTAL, decide(7, "Dana Ortiz: better, I think"));

        assertThat(mail.getSubject()).isEqualTo("churn version 3 waits for your decision (PR-7)");
        assertThat(mail.getHeader("To")).containsExactly("priya@people.example");
        assertThat(mail.getHeader("From")).containsExactly("Gatehouse <gatehouse@gate.example.org>");
        assertThat(part(mail, "text/plain"))
                .contains(
                        "Hello Priya Shah,",
                        "churn version 3 waits for your decision (PR-7).",
                        "Dana Ortiz: better, I think",
                        "https://gate.example.org/promotions/PR-7",
                        "You get this because something waits for you.",
                        "https://gate.example.org/notices/settings");
        assertThat(part(mail, "text/html"))
                .contains("href=\"https://gate.example.org/promotions/PR-7\"", "Read it and decide")
                .doesNotContain("<script", "<img", "http://");
    }

    @Test
    void aMailIsKnownAsOneOfAListThatNoMachineAnswers() throws Exception {
        MimeMessage mail = sent(PORTAL, decide(7, ""));

        assertThat(mail.getHeader("List-Id")).containsExactly("Gatehouse notices <notices.gate.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://gate.example.org/notices/settings>");
        assertThat(mail.getHeader("Message-ID"))
                .containsExactly("<" + decide(7, "").id() + "@gate.example.org>");
    }

    @Test
    void whatIsMailedTwiceHasTheSameId() throws Exception {
        sent(PORTAL, decide(7, ""));
        sent(PORTAL, decide(7, ""));

        assertThat(server.getReceivedMessages())
                .hasSize(2)
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + decide(7, "").id() + "@gate.example.org>");
    }

    @Test
    void manyNoticesAreOneMail() throws Exception {
        MimeMessage mail = sent(PORTAL, decide(7, ""), decide(8, ""), commented(9, "Why?"), commented(10, "And why?"));

        assertThat(mail.getSubject()).isEqualTo("4 notices from Gatehouse, of which 2 wait for you");
        assertThat(part(mail, "text/plain")).contains("PR-7", "PR-8", "PR-9", "PR-10", "Why?", "And why?");
    }

    @Test
    void nothingThatSomebodyWroteBecomesATagOrAHeader() throws Exception {
        MimeMessage mail =
                sent(PORTAL, commented(9, "<img src=x onerror=alert(1)> & \"so\" on\r\nBcc: eve@people.example"));

        assertThat(part(mail, "text/html"))
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot; on")
                .doesNotContain("<img");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void withoutTheAddressOfThePortalAMailNamesThePlace() throws Exception {
        MimeMessage mail = sent(PublicAddress.of(""), decide(7, ""));

        assertThat(part(mail, "text/plain")).contains("To be found in Gatehouse under /promotions/PR-7.");
        assertThat(part(mail, "text/html")).doesNotContain("href=");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void aServerThatIsAwayReachesNobody() {
        int port = server.getSmtp().getPort();
        server.stop();

        assertThatThrownBy(() -> channel(port, PORTAL).bring(PRIYA, List.of(decide(7, ""))))
                .isInstanceOfSatisfying(
                        NotBroughtException.class,
                        failure -> assertThat(failure.reach()).isEqualTo(Reach.NOBODY_NOW));
        server.start();
    }

    @Test
    void anAddressThatTheServerDoesNotKnowIsNeverReached() throws IOException {
        assertThat(refusedWith("550 5.1.1 No such user here"))
                .satisfies(failure -> assertThat(failure.reach()).isEqualTo(Reach.NEVER))
                .hasMessage("550 5.1.1 No such user here");
    }

    @Test
    void aMailboxThatIsBusyIsTriedAgain() throws IOException {
        assertThat(refusedWith("450 4.2.1 Mailbox busy"))
                .satisfies(failure -> assertThat(failure.reach()).isEqualTo(Reach.NOT_NOW))
                .hasMessage("450 4.2.1 Mailbox busy");
    }

    /** What becomes of a mail whose recipient a server answers like this. */
    private static NotBroughtException refusedWith(String reply) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread answering = Thread.ofPlatform().start(() -> answer(listening, reply));
            try {
                channel(listening.getLocalPort(), PORTAL).bring(PRIYA, List.of(decide(7, "")));
                throw new AssertionError("The mail was taken");
            } catch (NotBroughtException failure) {
                return failure;
            } finally {
                answering.interrupt();
            }
        }
    }

    private static void answer(ServerSocket listening, String reply) {
        try (Socket client = listening.accept();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 test");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                say(client, line.startsWith("RCPT") ? reply : line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private MimeMessage sent(PublicAddress portal, Notice... notices) throws Exception {
        channel(server.getSmtp().getPort(), portal).bring(PRIYA, List.of(notices));
        MimeMessage[] received = server.getReceivedMessages();
        return received[received.length - 1];
    }

    private static MailChannel channel(int port, PublicAddress portal) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailChannel(sender, portal, "");
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        List<String> found = new ArrayList<>();
        collect(mail, type, found);
        return found.getFirst().replace("\r\n", "\n");
    }

    private static void collect(Part part, String type, List<String> found) throws Exception {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), type, found);
            }
        } else if (part.isMimeType(type)) {
            found.add((String) part.getContent());
        }
    }
}
