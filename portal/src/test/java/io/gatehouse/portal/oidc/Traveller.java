package io.gatehouse.portal.oidc;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser, as far as servers see one: it keeps cookies and goes where it is sent. */
final class Traveller {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern CSRF_HERE = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    private final String portal;

    Traveller(String portal) {
        this.portal = portal;
    }

    /** @return where they stand in the end */
    HttpResponse<String> open(String place) throws IOException, InterruptedException {
        return get(URI.create(portal + "/" + place));
    }

    /** Goes to the provider, says who they are there and comes back. */
    HttpResponse<String> signInAs(String name) throws IOException, InterruptedException {
        HttpResponse<String> there = open("oauth2/authorization/oidc");
        Matcher csrf = CSRF.matcher(there.body());
        if (!csrf.find()) {
            return there;
        }
        return send(there.uri(), name, TestProvider.PASSWORD, csrf.group(1));
    }

    /** Sends a name and a password to the portal itself, whether its page has fields for them or not. */
    HttpResponse<String> signInHere(String name, String password) throws IOException, InterruptedException {
        HttpResponse<String> page = open("login");
        Matcher csrf = CSRF_HERE.matcher(page.body());
        return csrf.find() ? send(page.uri(), name, password, csrf.group(1)) : page;
    }

    private HttpResponse<String> send(URI place, String name, String password, String csrf)
            throws IOException, InterruptedException {
        String form = "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(csrf);
        return browser.send(
                HttpRequest.newBuilder(place)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI place) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
