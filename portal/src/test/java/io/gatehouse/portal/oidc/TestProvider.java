package io.gatehouse.portal.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An OpenID Connect provider on a port of its own, which asks for a name and a password as providers do. Whoever gives {@link #PASSWORD} is
 * who they say.
 */
public final class TestProvider implements AutoCloseable {
    public static final String PASSWORD = "known-there";
    public static final String CLIENT = "gatehouse";
    public static final String SECRET = "secret-of-gatehouse";

    private final AnnotationConfigServletWebServerApplicationContext server =
            new AnnotationConfigServletWebServerApplicationContext();
    private final Book book = new Book();

    /** What the provider knows besides its people. */
    private static final class Book {
        private final Map<String, Map<String, Object>> claims = new ConcurrentHashMap<>();
        private volatile String portal = "http://localhost:8080";
    }

    public TestProvider() {
        server.registerBean(Book.class, () -> book);
        server.register(Setup.class);
        server.refresh();
    }

    /** By an address other than the portal's {@code localhost}, so that the two keep their cookies apart. */
    public String issuer() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(server.getWebServer()).getPort();
    }

    /** Names this provider to an installation that starts. */
    void nameIn(DynamicPropertyRegistry settings) {
        settings.add("gatehouse.sign-in.oidc.issuer", this::issuer);
        settings.add("gatehouse.sign-in.oidc.client-id", () -> CLIENT);
        settings.add("gatehouse.sign-in.oidc.client-secret", () -> SECRET);
    }

    /** Where people are sent back to, as whoever registers an installation says. */
    public void register(String portal) {
        book.portal = portal;
    }

    /** What the provider says of somebody besides their name; by itself it says who they are and nothing else. */
    public void describe(String name, Map<String, Object> claims) {
        book.claims.put(name, claims);
    }

    @Override
    public void close() {
        server.close();
    }

    @EnableWebSecurity
    static class Setup {
        @Bean
        TomcatServletWebServerFactory tomcat() {
            TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
            // Without any servlet no filter is asked, and the protocol is one of filters.
            tomcat.setRegisterDefaultServlet(true);
            return tomcat;
        }

        @Bean
        SecurityContextHolderStrategy holder() {
            return new SharedHolder();
        }

        @Bean
        DelegatingFilterProxyRegistrationBean doors() {
            DelegatingFilterProxyRegistrationBean doors =
                    new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
            doors.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER);
            return doors;
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(handling ->
                            handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
            return http.build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService everybody() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("PERSON")
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(Book book) {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // It wants to keep the secret as a hash; the client is made anew at each question.
                }

                @Override
                public RegisteredClient findById(String id) {
                    return RegisteredClient.withId(CLIENT)
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(book.portal + "/login/oauth2/code/oidc")
                            .scope("openid")
                            .scope("profile")
                            .scope("email")
                            .clientSettings(ClientSettings.builder()
                                    .requireProofKey(true)
                                    .requireAuthorizationConsent(false)
                                    .build())
                            .build();
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String id) {
                    return id.equals(CLIENT) ? findById(id) : null;
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("one")
                    .build()));
        }

        @Bean
        JwtDecoder tokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(Book book) {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    book.claims
                            .getOrDefault(
                                    Objects.<Authentication>requireNonNull(token.getPrincipal())
                                            .getName(),
                                    Map.of())
                            .forEach((claim, value) -> token.getClaims().claim(claim, value));
                }
            };
        }
    }
}
