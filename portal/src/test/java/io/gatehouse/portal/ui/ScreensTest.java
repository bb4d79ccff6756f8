package io.gatehouse.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.house.TestPeople;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.signin.ChoosePasswordView;
import io.gatehouse.portal.ui.signin.LoginView;
import io.gatehouse.tokens.AccessToken;
import io.gatehouse.tracking.RunStatus;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** Sweeps over all screens at once. */
class ScreensTest extends ScreenTest {
    /** Where a key is written out in full; keys put together from parts are listed by {@link #composedKeys}. */
    private static final Pattern KEY =
            Pattern.compile("(?:text|translate)\\(\\s*\"([a-z][A-Za-z0-9_.-]*[A-Za-z0-9_])\"\\s*[,)]");

    /** The sign-in, and where a link to it leads that only whoever was let in has. */
    private static final List<Class<?>> OPEN = List.of(ChoosePasswordView.class, LoginView.class);

    ScreensTest(TestPeople people) {
        super(people);
    }

    @Test
    @WithAnonymousUser
    void everyScreenButTheWayInSendsStrangersToTheSignIn() {
        List<String> places = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> !OPEN.contains(route.getNavigationTarget()))
                .map(route -> route.getTemplate().replaceAll(":[^/]+", "1"))
                .toList();
        assertThat(places).hasSizeGreaterThan(6);
        assertThat(places).allSatisfy(place -> assertThat(open(place)).isInstanceOf(LoginView.class));
    }

    @Test
    void onlyTheWayInIsOpenToStrangers() throws ClassNotFoundException {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        List<Class<?>> open = new ArrayList<>();
        for (BeanDefinition found : scan.findCandidateComponents("io.gatehouse")) {
            Class<?> screen = Class.forName(found.getBeanClassName());
            if (screen.isAnnotationPresent(AnonymousAllowed.class)) {
                open.add(screen);
            }
        }
        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void everyTextThatAScreenNamesExists() throws IOException {
        Properties texts = texts();
        List<String> named = new ArrayList<>(composedKeys());
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/gatehouse/portal/ui"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher key = KEY.matcher(Files.readString(source));
                while (key.find()) {
                    named.add(key.group(1));
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named).allSatisfy(key -> assertThat(texts).containsKey(key));
    }

    private static List<String> composedKeys() {
        List<String> keys = new ArrayList<>();
        Arrays.stream(Change.values()).forEach(change -> keys.add("compare.change." + change));
        Arrays.stream(RunStatus.values()).forEach(status -> keys.add("runs.status." + status));
        Arrays.stream(AccessToken.State.values()).forEach(state -> keys.add("tokens.state." + state));
        Arrays.stream(CardField.values()).forEach(field -> keys.add("card.help." + field));
        for (Term term : Term.values()) {
            keys.add("term." + term);
            keys.add("term." + term + ".means");
        }
        Arrays.stream(Term.Subject.values()).forEach(subject -> keys.add("term.subject." + subject));
        return keys;
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                ScreensTest.class.getResourceAsStream("/vaadin-i18n/translations.properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
