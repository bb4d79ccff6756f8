package io.gatehouse.portal.address;

import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/** Makes known to whatever answers a request under which address people reach this portal, where somebody said so. */
@Component
class ConfiguredPublicUrl implements ServletContextInitializer {
    static final String ATTRIBUTE = "gatehouse.public-url";

    private final PublicAddress configured;

    ConfiguredPublicUrl(@Value("${gatehouse.public-url:}") String configured) {
        this.configured = PublicAddress.of(configured);
    }

    @Override
    public void onStartup(ServletContext context) {
        if (configured.known()) {
            context.setAttribute(ATTRIBUTE, configured.root());
        }
    }
}
