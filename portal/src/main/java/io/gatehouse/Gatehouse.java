package io.gatehouse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the portal. It stands alone in the root package so that every room of the house below it is scanned. */
@SpringBootApplication
public class Gatehouse {
    public static void main(String[] arguments) {
        SpringApplication.run(Gatehouse.class, arguments);
    }
}
