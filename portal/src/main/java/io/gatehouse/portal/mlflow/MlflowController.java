package io.gatehouse.portal.mlflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A controller of MLflow calls, reached under both prefixes: clients use {@code /api/2.0/mlflow}, MLflow's own screens
 * {@code /ajax-api/2.0/mlflow}. Methods take a {@link WireRequest} and an {@code Actor} and return a {@link WireAnswer}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@RequestMapping(path = {"/api/2.0/mlflow", "/ajax-api/2.0/mlflow"})
public @interface MlflowController {}
