package io.gatehouse.portal.samples;

import io.gatehouse.Gatehouse;
import io.gatehouse.house.TestDatabase;
import io.gatehouse.portal.bench.Statements;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** A test of screens without a browser, on the samples. Everybody has seen the tour; it has tests of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Gatehouse.class,
        properties = {"gatehouse.data=target/test-data-${gatehouse.fork:0}", "gatehouse.tour.at-first-sign-in=false"})
@Import({TestDatabase.class, Samples.class, Statements.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface SampleScreenTest {}
