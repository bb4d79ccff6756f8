package io.gatehouse.portal.security;

import io.gatehouse.people.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers that take an {@link Actor} the person behind the request; the door follows from the path. */
final class CurrentActor implements HandlerMethodArgumentResolver {
    private final SecurityContextHolderStrategy contexts;

    CurrentActor(SecurityContextHolderStrategy contexts) {
        this.contexts = contexts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        Actor.Via via = ApiPaths.isOurs(request) ? Actor.Via.API : Actor.Via.MLFLOW;
        if (contexts.getContext().getAuthentication() instanceof PersonAuthentication signedIn) {
            return new Actor(signedIn.getPrincipal(), via, RequestIdFilter.current());
        }
        throw new IllegalStateException(
                "A controller that takes an actor is reachable without one: " + request.getRequestURI());
    }
}
