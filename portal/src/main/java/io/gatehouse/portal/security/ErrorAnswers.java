package io.gatehouse.portal.security;

import io.gatehouse.portal.mlflow.MlflowError;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers what the server itself turned down while a program's call was under way, such as a body that broke off, in the language of that
 * call. Its own way leads over a page of errors, which is for people who are signed in.
 */
final class ErrorAnswers implements Filter {
    private static final int SERVER = 500;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                && status < SERVER
                && (ApiPaths.isOurs(uri) || ApiPaths.isMlflows(uri))
                && response instanceof HttpServletResponse answer) {
            DoorRefusals.refuse(uri, answer, MlflowError.BAD_REQUEST, why(request));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String why(ServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof TooSlowException slow
                ? String.valueOf(slow.getMessage())
                : "The request body cannot be read: it is not sent as its headers say.";
    }
}
