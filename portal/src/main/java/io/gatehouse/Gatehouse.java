package io.gatehouse;

import io.gatehouse.portal.command.CommandLineDoor;
import io.gatehouse.portal.start.DataFolder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the portal, or runs a command that needs none. It stands alone in the root package so that every room of the house below it is scanned. */
@SpringBootApplication
public class Gatehouse {
    public static void main(String[] arguments) {
        if (CommandLineDoor.isMeant(arguments)) {
            System.exit(CommandLineDoor.run(arguments));
        }
        SpringApplication application = new SpringApplication(Gatehouse.class);
        application.addInitializers(new DataFolder());
        application.run(arguments);
    }
}
