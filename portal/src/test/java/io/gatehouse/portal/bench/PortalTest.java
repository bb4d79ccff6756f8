package io.gatehouse.portal.bench;

import io.gatehouse.Gatehouse;
import io.gatehouse.house.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/**
 * A test against the portal on a port of its own, over real HTTP, on H2 in memory or on PostgreSQL
 * ({@code -Dgatehouse.test.database=postgresql}). Each test makes its own names, since server and database are shared by all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        classes = Gatehouse.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "gatehouse.data=target/test-data-${gatehouse.fork:0}")
@Import({TestDatabase.class, WireClients.class, OpenDoor.class, Statements.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface PortalTest {}
