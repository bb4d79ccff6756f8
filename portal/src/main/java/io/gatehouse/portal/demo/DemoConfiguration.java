package io.gatehouse.portal.demo;

import io.gatehouse.house.HouseClock;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Makes the demo's settings known, and lets its clock run ahead. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoProperties.class)
class DemoConfiguration {
    /** In the demo alone: a portal that people work with tells the real time. */
    @Bean
    @Primary
    @ConditionalOnProperty("gatehouse.demo.enabled")
    HouseClock demoClock(DemoProperties demo) {
        return new HouseClock(Clock.offset(Clock.systemUTC(), demo.ahead()));
    }
}
