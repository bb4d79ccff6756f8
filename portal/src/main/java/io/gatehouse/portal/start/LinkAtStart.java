package io.gatehouse.portal.start;

import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.people.People;
import io.gatehouse.portal.address.Serving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
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

    LinkAtStart(SignInLinks links, People people, @Value("${gatehouse.accounts.link-for:}") String username) {
        this.links = links;
        this.people = people;
        this.username = username.strip();
    }

    @EventListener
    void serving(Serving portal) {
        if (username.isEmpty()) {
            return;
        }
        switch (links.make(people.system("start"), username)) {
            case SignInLinks.Link.Made made ->
                // A warning, since it must be read: the link is nowhere else, and the setting should go again.
                LOG.warn(
                        "{} chooses a password at {}/{} — once, until {}. Start without gatehouse.accounts.link-for"
                                + " from now on: each start makes another.",
                        made.person().username(),
                        portal.root(),
                        made.place(),
                        made.expiresAt());
            case SignInLinks.Link.Refused(AccountOutcome.Refused refused) ->
                LOG.error(
                        "gatehouse.accounts.link-for is {}, for whom no sign-in link was made: {}",
                        username,
                        refused.sentence().english());
        }
    }
}
