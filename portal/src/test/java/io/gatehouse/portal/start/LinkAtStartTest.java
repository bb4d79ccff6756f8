package io.gatehouse.portal.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.portal.address.Serving;
import io.gatehouse.portal.samples.SampleScreenTest;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@SampleScreenTest
@ExtendWith(OutputCaptureExtension.class)
class LinkAtStartTest {
    private static final Serving PORTAL = new Serving(URI.create("https://gate.example.org/models"));
    private static final Pattern LINK = Pattern.compile("https://gate\\.example\\.org/models/sign-in-link/(\\S+)");

    private final SignInLinks links;
    private final People people;

    LinkAtStartTest(SignInLinks links, People people) {
        this.links = links;
        this.people = people;
    }

    @Test
    void whoeverStartsThePortalFindsALinkForTheAdministratorInTheLog(CapturedOutput output) {
        String lost = "lost" + UUID.randomUUID();
        people.add(new People.NewPerson(lost, "Lost Key", "", Set.of(Role.ADMINISTRATOR), null));

        new LinkAtStart(links, people, " " + lost + " ").serving(PORTAL);

        Matcher link = LINK.matcher(output.getOut());
        assertThat(link.find()).isTrue();
        assertThat(links.bearer(link.group(1))).map(Person::username).contains(lost);
    }

    @Test
    void oneThatIsAskedForWhileThePortalStartsIsMadeOnceItsAddressIsKnown(CapturedOutput output) {
        String first = "first" + UUID.randomUUID();
        people.add(new People.NewPerson(first, "First Here", "", Set.of(Role.ADMINISTRATOR), null));
        LinkAtStart start = new LinkAtStart(links, people, "");

        start.makeFor(first);
        assertThat(output.getOut()).doesNotContain("sign-in-link");
        start.serving(PORTAL);

        assertThat(output.getOut()).containsOnlyOnce(first + " settles how they sign in at https://gate.example.org");
        assertThat(output.getOut()).doesNotContain("gatehouse.accounts.link-for");
    }

    @Test
    void aNameThatNobodyHasIsSaidAndTheStartGoesOn(CapturedOutput output) {
        new LinkAtStart(links, people, "nobody-here").serving(PORTAL);

        assertThat(output.getOut()).contains("gatehouse.accounts.link-for is nobody-here", "no sign-in link was made");
    }

    @Test
    void whereNobodyAskedNoneIsMade(CapturedOutput output) {
        new LinkAtStart(links, people, "").serving(PORTAL);

        assertThat(output.getOut()).doesNotContain("sign-in-link");
    }
}
