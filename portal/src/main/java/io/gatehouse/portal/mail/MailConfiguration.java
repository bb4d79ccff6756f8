package io.gatehouse.portal.mail;

import io.gatehouse.portal.address.PublicAddress;
import io.gatehouse.portal.start.CannotStartException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Mail to people is on where there is a mail server, unless it is said to be off. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(MailConfiguration.class);

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    @ConditionalOnProperty(name = "gatehouse.mail.enabled", matchIfMissing = true)
    MailChannel mailChannel(
            JavaMailSender mails,
            @Value("${gatehouse.public-url:}") String publicUrl,
            @Value("${gatehouse.mail.from:}") String from) {
        PublicAddress portal = PublicAddress.of(publicUrl);
        if (!portal.known()) {
            LOG.warn("Mails carry no links, since nobody said where people reach this portal. Set gatehouse.public-url"
                    + " (GATEHOUSE_PUBLIC_URL), such as https://gatehouse.example.org");
        } else if (!absolute(portal.root())) {
            throw new CannotStartException("gatehouse.public-url is " + portal.root()
                    + ", which is no address that a mail can link. Set it to the address under which people reach this"
                    + " portal, such as https://gatehouse.example.org.");
        }
        return new MailChannel(mails, portal, from);
    }

    private static boolean absolute(String root) {
        try {
            URI address = new URI(root);
            return address.getHost() != null && address.getScheme().matches("(?i)https?");
        } catch (java.net.URISyntaxException noAddress) {
            return false;
        }
    }
}
