package io.gatehouse.house;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The few beans that no single room owns. */
@Configuration(proxyBeanMethods = false)
class HouseConfiguration {
    @Bean
    HouseClock clock() {
        return new HouseClock(Clock.systemUTC());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
