package io.gatehouse.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestComponent;

/**
 * What brings things about in tests, and changes nothing of the application that it stands beside: so every test with a database has all
 * of them, and all such tests share one application, which takes seconds to start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestComponent
public @interface Bench {}
