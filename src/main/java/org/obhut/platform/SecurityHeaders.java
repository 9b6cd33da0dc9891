package org.obhut.platform;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Sets the headers that hold for every answer, files and errors included. */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Nothing runs or loads but files of this server; no page can be framed but by its own word, and forms go nowhere else. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "font-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), "
                            + "publickey-credentials-create=(self), publickey-credentials-get=(self)",
            "X-Robots-Tag", "noindex");

    private final boolean https;

    @Inject
    SecurityHeaders(Settings settings) {
        https = "https".equals(settings.publicUrl().getScheme());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ALWAYS.forEach(response::setHeader);
        response.setHeader("Cache-Control", cacheControl(request));
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    /** Pages never reach a browser's disk; files may, and are asked for again unless their link carries a version. */
    private static String cacheControl(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR
                || !request.getServletPath().startsWith("/assets")) {
            return "no-store";
        }
        return request.getParameter("v") == null ? "no-cache" : "max-age=31536000, immutable";
    }
}
