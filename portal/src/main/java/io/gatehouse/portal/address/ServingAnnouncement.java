package io.gatehouse.portal.address;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the rest of the house where it is, once it serves. */
@Component
class ServingAnnouncement {
    private final PublicAddress configured;

    ServingAnnouncement(@Value("${gatehouse.public-url:}") String configured) {
        this.configured = PublicAddress.of(configured);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context) {
            WebServer server = context.getWebServer();
            if (server != null) {
                String here = "http://localhost:" + server.getPort();
                context.publishEvent(new Serving(URI.create(configured.known() ? configured.root() : here)));
            }
        }
    }
}
