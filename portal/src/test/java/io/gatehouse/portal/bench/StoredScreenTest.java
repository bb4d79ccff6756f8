package io.gatehouse.portal.bench;

import io.gatehouse.Gatehouse;
import io.gatehouse.house.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** A test of screens without a browser, on what the benches bring about in a database. Everybody has seen the tour. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Gatehouse.class,
        properties = {"gatehouse.data=target/test-data-${gatehouse.fork:0}", "gatehouse.tour.at-first-sign-in=false"})
@Import({TestDatabase.class, Statements.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface StoredScreenTest {}
