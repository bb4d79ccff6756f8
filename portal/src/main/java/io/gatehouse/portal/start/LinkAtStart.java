package io.gatehouse.portal.start;

import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.people.People;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The way back in where no administrator knows their password any more: whoever can start the portal has it make a sign-in link for
 * somebody ({@code gatehouse.accounts.link-for}). That is on the audit log as the house's own doing.
 */
@Component
class LinkAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(LinkAtStart.class);

    private final SignInLinks links;
    private final People people;
    private final String username;
    private final String publicUrl;

    LinkAtStart(
            SignInLinks links,
            People people,
            @Value("${gatehouse.accounts.link-for:}") String username,
            @Value("${gatehouse.public-url:}") String publicUrl) {
        this.links = links;
        this.people = people;
        this.username = username.strip();
        this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!username.isEmpty()
                && event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            tell("http://localhost:" + context.getWebServer().getPort());
        }
    }

    private void tell(String usual) {
        switch (links.make(people.system("start"), username)) {
            case SignInLinks.Link.Made made ->
                LOG.info(
                        "{} chooses a password at {}/sign-in-link/{} — once, until {}. Start without gatehouse.accounts.link-for"
                                + " from now on: each start makes another.",
                        made.person().username(),
                        Optional.of(publicUrl).filter(url -> !url.isEmpty()).orElse(usual),
                        made.secret(),
                        made.expiresAt());
            case SignInLinks.Link.Refused(AccountOutcome.Refused refused) ->
                LOG.error(
                        "gatehouse.accounts.link-for is {}, for whom no sign-in link was made: {}",
                        username,
                        refused.sentence().english());
        }
    }
}
