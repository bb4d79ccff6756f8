package io.gatehouse.portal.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.Accounts;
import io.gatehouse.accounts.Passwords;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.security.SignInThrottle;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SignInTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    /** Where the browser of these tests sits, by either protocol. */
    private static final List<String> HERE = List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final SignInThrottle throttle;
    private final Actor vera;
    private final String rita;
    private final JdbcClient jdbc;
    private final TestPeople people;
    private final People known;
    private final Accounts accounts;
    private final Passwords passwords;

    @LocalServerPort
    private int port;

    SignInTest(
            TestPeople people,
            People known,
            Accounts accounts,
            Passwords passwords,
            JdbcClient jdbc,
            SignInThrottle throttle) {
        this.people = people;
        this.known = known;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.vera = people.vera();
        this.rita = people.rita().person().username();
        this.jdbc = jdbc;
    }

    @Test
    void whoWasOnTheWaySomewhereGoesOnThereAfterwardsAndIsOnRecord() throws Exception {
        long before = events("person.signed_in");
        get("/models?at=2026-03-14");
        HttpResponse<String> answer = signIn("vera", "vera-password");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/models?at=2026-03-14"));
        assertThat(events("person.signed_in")).isEqualTo(before + 1);
    }

    @Test
    void aWrongPasswordLeadsBackAndIsOnRecord() throws Exception {
        long before = events("person.sign_in_refused");
        HttpResponse<String> answer = signIn("vera", "wrong");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/login?error"));
        assertThat(events("person.sign_in_refused")).isEqualTo(before + 1);
    }

    @Test
    void aNameThatNobodyHasLeadsBackInTheSameWay() throws Exception {
        HttpResponse<String> answer = signIn("nobody-at-all", "wrong");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(target -> assertThat(target).endsWith("/login?error"));
    }

    @Test
    void theSessionGetsAnotherNameAtTheSignInSoThatNobodyCanHandOneOver() throws Exception {
        get("/login");
        String handedOver = session();

        signIn("vera", "vera-password");

        assertThat(session()).isNotEqualTo(handedOver);
        HttpResponse<String> stranger = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address("/models"))
                                .header("Cookie", "JSESSIONID=" + handedOver)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location").orElseThrow()).contains("/login");
        assertThat(get("/models").statusCode()).isEqualTo(200);
    }

    @Test
    void afterTenWrongPasswordsTheRightOneHasToWaitInTheFormToo() throws Exception {
        try {
            for (int attempt = 0; attempt < 10; attempt++) {
                signIn(rita, "wrong");
            }

            signIn(rita, "rita-password");
            assertThat(get("/models").statusCode()).isEqualTo(302);
        } finally {
            HERE.forEach(address -> throttle.succeeded(rita, address));
        }
        signIn(rita, "rita-password");
        assertThat(get("/models").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsTheSessionsThatBeganWithTheOldOne() throws Exception {
        Actor carl = people.carl();
        signIn("carl", "carl-password");
        assertThat(get("/risk-lists").statusCode()).isEqualTo(200);

        passwords.endSessions(carl, known.entrance("carl").orElseThrow().round());

        HttpResponse<String> answer = get("/risk-lists");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/login?expired");
        signIn("carl", "carl-password");
        assertThat(get("/risk-lists").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverIsDeactivatedIsOutAtOnceAndInAgainOnlyByTheDoor() throws Exception {
        String name = "d" + UUID.randomUUID();
        known.add(new People.NewPerson(name, "Dee", "", Set.of(Role.VIEWER), "dee-password"));
        signIn(name, "dee-password");
        assertThat(get("/models").statusCode()).isEqualTo(200);

        accounts.deactivate(people.adam(), name);
        assertThat(get("/models").statusCode()).isEqualTo(302);
        accounts.reactivate(people.adam(), name);

        assertThat(get("/models").statusCode()).isEqualTo(302);
        signIn(name, "dee-password");
        assertThat(get("/models").statusCode()).isEqualTo(200);
        assertThat(accounts.of(people.adam(), name).orElseThrow().lastSeenAt()).isNotNull();
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private long events(String action) {
        return jdbc.sql("select count(*) from audit_event where action = ? and object = ?")
                .params(action, "person/" + vera.person().id())
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> signIn(String user, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        String form = "username=" + user + "&password=" + password + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
