package io.gatehouse.portal.demo;

import io.gatehouse.people.PasswordDoor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.policy.ShippedPolicies;
import io.gatehouse.portal.start.CannotStartException;
import io.gatehouse.portal.start.LinkAtStart;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * What happens once per installation, before the port opens: the demo is loaded, or the first administrator is made. Starts before the
 * web server, whose phase is far later.
 */
@Component
class FirstStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final DemoProperties demo;
    private final DemoFolder folder;
    private final People people;
    private final PasswordDoor passwordDoor;
    private final LinkAtStart links;
    private final ShippedPolicies policies;
    private final Replay replay;
    private final ResourceLoader resources;
    private final RandomGenerator random = new SecureRandom();
    private boolean running;

    FirstStart(
            DemoProperties demo,
            @Value("${gatehouse.data}") Path data,
            People people,
            PasswordDoor passwordDoor,
            LinkAtStart links,
            ShippedPolicies policies,
            Replay replay,
            ResourceLoader resources) {
        this.demo = demo;
        this.folder = new DemoFolder(data.toAbsolutePath().normalize());
        this.people = people;
        this.passwordDoor = passwordDoor;
        this.links = links;
        this.policies = policies;
        this.replay = replay;
        this.resources = resources;
    }

    @Override
    public void start() {
        running = true;
        DemoFit.Database database = DemoFit.database(people.all());
        DemoFit.refusal(demo.enabled(), passwordDoor)
                .or(() -> DemoFit.refusal(demo.enabled(), folder.state(), database))
                .ifPresent(sentence -> {
                    throw new CannotStartException(sentence);
                });
        if (database == DemoFit.Database.EMPTY) {
            if (demo.enabled()) {
                load();
            } else {
                welcomeAdministrator();
            }
        }
    }

    private void load() {
        long started = System.nanoTime();
        folder.begin();
        Map<String, String> passwords = new HashMap<>();
        DemoCast.MEMBERS.forEach(member -> passwords.put(member.username(), password()));
        int calls = 0;
        if (demo.recording().isEmpty()) {
            furnish(passwords);
        } else {
            calls = replay.run(new Recording(resources, demo.recording()), () -> furnish(passwords));
        }
        folder.loaded(passwords);
        LOG.info(
                "Loaded the StreamFlow demo: {} recorded calls in {} ms",
                calls,
                (System.nanoTime() - started) / 1_000_000);
    }

    private void furnish(Map<String, String> passwords) {
        policies.furnish();
        for (DemoCast.Member member : DemoCast.MEMBERS) {
            people.add(new People.NewPerson(
                    member.username(),
                    member.name(),
                    member.username() + DemoCast.MAIL,
                    member.roles(),
                    Objects.requireNonNull(passwords.get(member.username()))));
        }
    }

    private void welcomeAdministrator() {
        if (passwordDoor.isOpen()) {
            String password = password();
            // Said first: a portal that is killed in between makes another password, and nobody is locked out.
            LOG.info(
                    "This installation is new. Sign in as admin with the password {} — it is shown this once.",
                    password);
            addAdministrator(password);
        } else {
            links.makeFor("admin");
            addAdministrator(null);
        }
    }

    private void addAdministrator(@Nullable String password) {
        people.add(new People.NewPerson("admin", "Administrator", "", Set.of(Role.ADMINISTRATOR), password));
    }

    /** The demo's accounts, for the banner; empty if this is no demo. */
    List<String> accounts() {
        return folder.state() == DemoFolder.State.LOADED ? folder.accounts() : List.of();
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
