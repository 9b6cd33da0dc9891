package org.obhut.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Closes what the container adds to every application and leaves open to everybody. The launcher and the service unit
 * also switch these off; this holds however the WAR is started.
 */
@WebFilter({"/metrics", "/metrics/*", "/openapi", "/openapi/*"})
public class ClosedPaths extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
