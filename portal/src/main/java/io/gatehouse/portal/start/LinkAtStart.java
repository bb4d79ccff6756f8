package io.gatehouse.portal.start;

import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.people.People;
import io.gatehouse.portal.address.Serving;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The way back in where no administrator can sign in any more: whoever can start the portal has it make a sign-in link for somebody
 * ({@code gatehouse.accounts.link-for}). The first administrator of an installation that passwords do not open comes in by one as well. That
 * is on the audit log as the house's own doing.
 */
@Component
public class LinkAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(LinkAtStart.class);

    private final SignInLinks links;
    private final People people;
    private final String named;
    private final Set<String> usernames = new LinkedHashSet<>();

    LinkAtStart(SignInLinks links, People people, @Value("${gatehouse.accounts.link-for:}") String username) {
        this.links = links;
        this.people = people;
        this.named = username.strip();
        if (!named.isEmpty()) {
            usernames.add(named);
        }
    }

    /** Makes one for this account, too, once the portal serves, since its address is known from then on. */
    public void makeFor(String username) {
        usernames.add(username);
    }

    @EventListener
    void serving(Serving portal) {
        usernames.forEach(username -> make(portal, username));
    }

    private void make(Serving portal, String username) {
        switch (links.make(people.system("start"), username)) {
            case SignInLinks.Link.Made made ->
                // A warning, since it must be read: the link is nowhere else, and the setting should go again.
                LOG.warn(
                        "{} settles how they sign in at {}/{} — once, until {}.{}",
                        made.person().username(),
                        portal.root(),
                        made.place(),
                        made.expiresAt(),
                        username.equals(named)
                                ? " Start without gatehouse.accounts.link-for from now on: each start makes another."
                                : "");
            case SignInLinks.Link.Refused(AccountOutcome.Refused refused) ->
                LOG.error(
                        "gatehouse.accounts.link-for is {}, for whom no sign-in link was made: {}",
                        username,
                        refused.sentence().english());
        }
    }
}
