package org.obhut.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps the demo, whose passphrase is public, on its own machine: refuses every request that does not come from and name
 * a loopback address. The name is checked too, so that no foreign web page gets in by rebinding its name to 127.0.0.1.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class DemoGuard extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final boolean demo;

    @Inject
    DemoGuard(Settings settings) {
        demo = settings.demo();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (demo && !(Loopback.names(request.getRemoteAddr()) && Loopback.names(request.getServerName()))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
