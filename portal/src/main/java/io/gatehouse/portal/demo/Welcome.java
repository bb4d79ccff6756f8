package io.gatehouse.portal.demo;

import io.gatehouse.portal.address.Serving;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the portal where it is and, in the demo, who they can be. */
@Component
class Welcome {
    private final FirstStart firstStart;
    private final DemoProperties demo;

    Welcome(FirstStart firstStart, DemoProperties demo) {
        this.firstStart = firstStart;
        this.demo = demo;
    }

    @EventListener
    void serving(Serving portal) {
        StringBuilder text = new StringBuilder("\nGatehouse is ready at " + portal.root() + "\n");
        List<String> accounts = firstStart.accounts();
        if (!accounts.isEmpty()) {
            text.append("\nSign in to the StreamFlow demo with a user name and its password:\n");
            accounts.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        if (!demo.anonymousUser().isEmpty()) {
            text.append("\nA data scientist needs only the address; programs on this machine act as ")
                    .append(demo.anonymousUser())
                    .append(":\n  export MLFLOW_TRACKING_URI=")
                    .append(portal.root())
                    .append('\n');
        }
        // The console is this program's first screen; the log has its own lines.
        java.io.PrintStream console =
                new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        console.println(text);
    }
}
