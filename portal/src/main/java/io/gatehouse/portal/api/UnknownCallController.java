package io.gatehouse.portal.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers calls that nobody else takes, before the screens would answer them with a page. */
@Hidden
@RestController
class UnknownCallController {
    @RequestMapping({"/api/gatehouse", "/api/gatehouse/**"})
    ProblemDetail unknown(HttpServletRequest request) {
        throw ApiRefusal.unknown("There is no call " + request.getMethod() + " " + request.getRequestURI()
                + ". The calls are described at /api/gatehouse/v1/openapi.json.");
    }
}
