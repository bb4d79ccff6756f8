package io.gatehouse.portal.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.bench.PortalTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SignInTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Actor vera;
    private final JdbcClient jdbc;

    @LocalServerPort
    private int port;

    SignInTest(TestPeople people, JdbcClient jdbc) {
        this.vera = people.vera();
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
