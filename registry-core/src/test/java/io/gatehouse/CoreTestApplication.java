package io.gatehouse;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The core without its doors: what the tests of this module start. */
@SpringBootApplication
public class CoreTestApplication {}
