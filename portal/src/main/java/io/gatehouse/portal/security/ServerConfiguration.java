package io.gatehouse.portal.security;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.apache.catalina.Container;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** Lets odd addresses through Tomcat to the firewall, which answers in the language of the caller, and no slow body hold a worker. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> oddAddressesReachTheFirewall() {
        return factory -> {
            factory.addConnectorCustomizers(connector -> {
                connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
                connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            });
            factory.addContextCustomizers(context -> {
                Container host = context.getParent();
                host.getPipeline().addValve(new OddAddressValve());
            });
        };
    }

    @Bean
    FilterRegistrationBean<ErrorAnswers> programsAreAnsweredInTheirLanguage() {
        FilterRegistrationBean<ErrorAnswers> filter = new FilterRegistrationBean<>(new ErrorAnswers());
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodiesAreNotWaitedFor(
            @Value("${gatehouse.bodies.slowest:1KB}") DataSize slowest,
            @Value("${gatehouse.bodies.patience:PT20S}") Duration patience) {
        return factory -> factory.addEngineValves(new SlowBodies(new Pace(slowest, patience)));
    }
}
