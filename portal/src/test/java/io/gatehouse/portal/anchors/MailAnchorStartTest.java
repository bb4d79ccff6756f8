package io.gatehouse.portal.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.portal.start.CannotStartException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailAnchorStartTest {
    private final ApplicationContextRunner portal = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(MailAnchorConfiguration.class)
            .withPropertyValues("gatehouse.audit.anchors.mail.to=auditors@example.org");

    @Test
    void anAnchorByMailWithoutAServerNamesThePropertyAndTheWayOut() {
        portal.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(CannotStartException.class)
                .hasMessageContainingAll(
                        "gatehouse.audit.anchors.mail.to", "auditors@example.org", "spring.mail.host"));
    }

    @Test
    void withAServerItIsThere() {
        portal.withPropertyValues("spring.mail.host=mail.example.org")
                .run(context -> assertThat(context).hasSingleBean(MailAnchor.class));
    }
}
