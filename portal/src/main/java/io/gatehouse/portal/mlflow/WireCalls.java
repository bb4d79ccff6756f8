package io.gatehouse.portal.mlflow;

import io.gatehouse.people.Actor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.node.ObjectNode;

/** Makes MLflow calls inside the process, through the same controllers as calls over HTTP: how a recording is replayed. */
@Component
public class WireCalls {
    private final RequestMappingHandlerMapping mapping;

    WireCalls(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Makes one JSON call.
     *
     * @param method of HTTP
     * @param path such as {@code /api/2.0/mlflow/runs/create}, decoded
     * @throws MlflowRefusal as the call over HTTP would answer
     * @throws IllegalArgumentException if no controller takes the call
     */
    public WireAnswer call(Actor actor, String method, String path, ObjectNode body) {
        PathContainer container = PathContainer.parsePath(path);
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            RequestMappingInfo info = entry.getKey();
            boolean takesMethod = info.getMethodsCondition().getMethods().contains(RequestMethod.valueOf(method));
            if (!takesMethod || info.getPathPatternsCondition() == null) {
                continue;
            }
            for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                PathPattern.PathMatchInfo match = pattern.matchAndExtract(container);
                if (match != null
                        && WireAnswer.class.isAssignableFrom(
                                entry.getValue().getMethod().getReturnType())) {
                    return invoke(entry.getValue(), match.getUriVariables(), actor, body);
                }
            }
        }
        throw new IllegalArgumentException("No controller takes " + method + " " + path);
    }

    private static WireAnswer invoke(
            HandlerMethod handler, Map<String, String> variables, Actor actor, ObjectNode body) {
        HandlerMethod bound = handler.createWithResolvedBean();
        MethodParameter[] parameters = bound.getMethodParameters();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = argument(parameters[i], variables, actor, body);
        }
        Method method = bound.getMethod();
        try {
            method.setAccessible(true);
            return (WireAnswer) Objects.requireNonNull(method.invoke(bound.getBean(), arguments));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("The controller failed at " + method, thrown.getCause());
        } catch (IllegalAccessException forbidden) {
            throw new IllegalStateException("Cannot call " + method, forbidden);
        }
    }

    private static Object argument(
            MethodParameter parameter, Map<String, String> variables, Actor actor, ObjectNode body) {
        if (parameter.getParameterType() == Actor.class) {
            return actor;
        }
        if (parameter.getParameterType() == WireRequest.class) {
            return WireRequest.ofBody(body);
        }
        PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
        if (variable != null) {
            String name = variable.value().isEmpty() ? parameter.getParameter().getName() : variable.value();
            return Objects.requireNonNull(variables.get(name));
        }
        throw new IllegalStateException("A wire controller takes a parameter that no recording has: " + parameter);
    }
}
