package io.gatehouse.portal.anchors;

import io.gatehouse.portal.start.CannotStartException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** An anchor by mail, where somebody is named who keeps it; it needs a mail server. */
@Configuration(proxyBeanMethods = false)
class MailAnchorConfiguration {
    @Bean
    @ConditionalOnProperty("gatehouse.audit.anchors.mail.to")
    MailAnchor mailAnchor(
            ObjectProvider<JavaMailSender> mails,
            @Value("${gatehouse.audit.anchors.mail.to}") String to,
            @Value("${gatehouse.audit.anchors.mail.from:gatehouse@localhost}") String from) {
        JavaMailSender sender = mails.getIfAvailable();
        if (sender == null) {
            throw new CannotStartException("gatehouse.audit.anchors.mail.to asks for checkpoints to be mailed to " + to
                    + ", and no mail server is named. Set spring.mail.host (SPRING_MAIL_HOST) to one, or take"
                    + " gatehouse.audit.anchors.mail.to away.");
        }
        return new MailAnchor(sender, to, from);
    }
}
