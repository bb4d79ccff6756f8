package io.gatehouse.portal.demo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether an empty folder starts with StreamFlow's people and history
 * @param recording folder of the recording; empty for the people alone, as when a new recording is made
 * @param anonymousUser who a program without credentials is; loopback only
 * @param ahead how far the portal's clock runs before the real one, such as {@code 30d}: the demo as it will be then, with what has expired
 *     and who has been reminded; never negative
 */
@ConfigurationProperties("gatehouse.demo")
record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("classpath:/demo/") String recording,
        @DefaultValue("") String anonymousUser,
        @DefaultValue("0s") Duration ahead) {

    DemoProperties {
        if (ahead.isNegative()) {
            throw new IllegalArgumentException(
                    "gatehouse.demo.ahead is how far the demo's clock runs before the real one, and it cannot run behind: give a duration"
                            + " such as 30d, not " + ahead + ".");
        }
    }
}
