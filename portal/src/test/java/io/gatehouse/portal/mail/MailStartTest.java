package io.gatehouse.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.portal.start.CannotStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an administrator is told at the start. */
@ExtendWith(OutputCaptureExtension.class)
class MailStartTest {
    private final ApplicationContextRunner portal = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(MailConfiguration.class);

    @Test
    void withoutAServerThereIsNoMail() {
        portal.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MailChannel.class));
    }

    @Test
    void withAServerAndNoAddressOfThePortalTheStartSaysWhatIsMissing(CapturedOutput output) {
        portal.withPropertyValues("spring.mail.host=mail.example.org").run(context -> {
            assertThat(context).hasSingleBean(MailChannel.class);
            assertThat(output).contains("Mails carry no links", "gatehouse.public-url");
        });
    }

    @Test
    void anAddressThatCannotBeLinkedIsASentence() {
        portal.withPropertyValues("spring.mail.host=mail.example.org", "gatehouse.public-url=gate.example.org")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(CannotStartException.class)
                        .hasMessageContaining("gatehouse.public-url is gate.example.org"));
    }

    @Test
    void mailToPeopleCanBeOffWhileCheckpointsAreMailed() {
        portal.withPropertyValues("spring.mail.host=mail.example.org", "gatehouse.mail.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(MailChannel.class));
    }
}
