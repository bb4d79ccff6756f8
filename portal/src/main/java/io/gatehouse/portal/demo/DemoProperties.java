package io.gatehouse.portal.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether an empty folder starts with StreamFlow's people and history
 * @param recording folder of the recording; empty for the people alone, as when a new recording is made
 * @param anonymousUser who a program without credentials is; loopback only
 */
@ConfigurationProperties("gatehouse.demo")
record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("classpath:/demo/") String recording,
        @DefaultValue("") String anonymousUser) {}
