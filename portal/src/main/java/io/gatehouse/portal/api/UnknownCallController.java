package io.gatehouse.portal.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Answers calls that nobody else takes, before the screens would answer them with a page. */
@Hidden
@RestController
class UnknownCallController {
    private final ObjectProvider<RequestMappingHandlerMapping> calls;

    UnknownCallController(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> calls) {
        this.calls = calls;
    }

    @RequestMapping({"/api/gatehouse", "/api/gatehouse/**"})
    ProblemDetail unknown(HttpServletRequest request, HttpServletResponse response) {
        Set<String> methods = methodsAt(request);
        if (methods.isEmpty()) {
            throw ApiRefusal.unknown("There is no call " + request.getMethod() + " " + request.getRequestURI()
                    + ". The calls are described at /api/gatehouse/v1/openapi.json.");
        }
        if (methods.contains(request.getMethod())) {
            throw new ApiRefusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "UNSUPPORTED_TYPE",
                    "",
                    "The body, or the answer that was asked for, is not of a kind that this call knows.",
                    "Look up its types at /api/gatehouse/v1/openapi.json.");
        }
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        throw new ApiRefusal(
                HttpStatus.METHOD_NOT_ALLOWED,
                "METHOD_NOT_ALLOWED",
                "",
                "This address takes " + String.join(" or ", methods) + ", not " + request.getMethod() + ".",
                "");
    }

    /** The methods that some call takes at this address. */
    private Set<String> methodsAt(HttpServletRequest request) {
        return calls.getObject().getHandlerMethods().entrySet().stream()
                .filter(call -> call.getValue().getBeanType() != UnknownCallController.class
                        && call.getValue().getBeanType().getPackage() == UnknownCallController.class.getPackage())
                .map(java.util.Map.Entry::getKey)
                .filter(call -> matches(call, request))
                .flatMap(call -> call.getMethodsCondition().getMethods().stream())
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(RequestMappingInfo call, HttpServletRequest request) {
        return call.getPathPatternsCondition() != null
                && call.getPathPatternsCondition().getMatchingCondition(request) != null;
    }
}
