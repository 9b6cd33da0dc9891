package org.obhut.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests of one network address that come too often: sign-ins, one-time links, and the API, each on its own. An office
 * behind one address has to get along with it. Beyond this, {@code Attempts} slows down guessing at names, wherever it comes from.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestLimits extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern ONE_TIME = Pattern.compile("/(first-administrator|invitation|reset)/");

    private final transient RequestRate signIns;
    private final transient RequestRate links;
    private final transient RequestRate api;

    @Inject
    RequestLimits(SecureRandom random, Clock clock) {
        signIns = new RequestRate(120, 2, random, clock);
        links = new RequestRate(60, 0.5, random, clock);
        api = new RequestRate(2_000, 50, random, clock);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Duration wait = take(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
            response.sendError(TOO_MANY_REQUESTS);
        }
    }

    private Duration take(HttpServletRequest request) {
        String path = request.getRequestURI();
        String address = address(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
        boolean posted = "POST".equals(request.getMethod());
        if (posted && (path.startsWith("/sign-in") || path.equals("/api/v1/session"))
                || path.equals("/sign-in/passkey")) {
            return signIns.take(address);
        }
        if (ONE_TIME.matcher(path).lookingAt()) {
            return links.take(address);
        }
        return path.startsWith("/api/") ? api.take(address) : Duration.ZERO;
    }

    /**
     * Where a request came from. A proxy on this machine says it in the last word of {@code X-Forwarded-For}, which it has added
     * itself; from elsewhere that header is what anybody wrote.
     */
    static String address(String remote, @Nullable String forwarded) {
        if (forwarded == null || !Loopback.names(remote)) {
            return remote;
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
