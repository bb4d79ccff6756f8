package io.gatehouse.portal.demo;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the portal where it is and, in the demo, who they can be. */
@Component
class Welcome {
    private final FirstStart firstStart;
    private final DemoProperties demo;
    private final String publicUrl;

    Welcome(FirstStart firstStart, DemoProperties demo, @Value("${gatehouse.public-url:}") String publicUrl) {
        this.firstStart = firstStart;
        this.demo = demo;
        this.publicUrl = publicUrl;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        String address = publicUrl.isEmpty()
                ? "http://localhost:" + context.getWebServer().getPort()
                : publicUrl;
        StringBuilder text = new StringBuilder("\nGatehouse is ready at " + address + "\n");
        List<String> accounts = firstStart.accounts();
        if (!accounts.isEmpty()) {
            text.append("\nSign in to the StreamFlow demo with a user name and its password:\n");
            accounts.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        if (!demo.anonymousUser().isEmpty()) {
            text.append("\nA data scientist needs only the address; programs on this machine act as ")
                    .append(demo.anonymousUser())
                    .append(":\n  export MLFLOW_TRACKING_URI=")
                    .append(address)
                    .append('\n');
        }
        // The console is this program's first screen; the log has its own lines.
        java.io.PrintStream console =
                new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        console.println(text);
    }
}
