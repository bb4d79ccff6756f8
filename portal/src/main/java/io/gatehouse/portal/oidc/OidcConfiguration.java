package io.gatehouse.portal.oidc;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import io.gatehouse.accounts.Identities;
import io.gatehouse.people.People;
import io.gatehouse.portal.address.PublicAddress;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Sign-in through a provider is on where one is named. */
@Configuration(proxyBeanMethods = false)
@Conditional(OidcConfiguration.Named.class)
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {
    /** Empty settings are as good as none. */
    static final class Named implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata of) {
            return StringUtils.hasText(context.getEnvironment().getProperty("gatehouse.sign-in.oidc.issuer"));
        }
    }

    /** Whoever waits at the sign-in hears soon that the provider does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    OidcDoor oidcDoor(
            OidcSettings settings,
            Identities identities,
            People people,
            VaadinDefaultRequestCache wayBack,
            Clock clock,
            @Value("${gatehouse.public-url:}") String publicUrl) {
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        RestTemplate asking = new RestTemplate(patient());
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        userInfo.setRestOperations(asking);
        OidcUserService there = new OidcUserService();
        there.setOauth2UserService(userInfo);
        RestClient tokens = RestClient.builder()
                .requestFactory(patient())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
        return new OidcDoor(
                settings,
                new Provider(settings, PublicAddress.of(publicUrl), new RestTemplate(patient()), clock),
                new Admissions(there, identities, people, settings),
                tokens,
                wayBack);
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        return new IdTokens(new RestTemplate(patient()));
    }

    private static JdkClientHttpRequestFactory patient() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }
}
