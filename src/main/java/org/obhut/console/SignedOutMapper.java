package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Leads to the sign-in page, and from there back to where the person was. Scripts get a status they can act on. */
@Provider
@RequestScoped
public class SignedOutMapper implements ExceptionMapper<SignedOut> {

    private final HttpServletRequest request;
    private final Visit visit;

    @Inject
    public SignedOutMapper(HttpServletRequest request, Visit visit) {
        this.request = request;
        this.visit = visit;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SignedOutMapper() {
        this(null, null);
    }

    @Override
    public Response toResponse(SignedOut exception) {
        String signIn = Routes.SIGN_IN + "?" + (visit.ended() ? "ended=idle&" : "") + "onward=" + onward();
        boolean script = request.getHeader("HX-Request") != null;
        return script
                ? Response.status(401).header("HX-Redirect", signIn).build()
                : Response.seeOther(URI.create(signIn)).build();
    }

    private String onward() {
        String folder = request.getQueryString();
        String here = request.getRequestURI() + (folder == null ? "" : "?" + folder);
        String wanted = request.getMethod().equals("GET") ? Routes.onward(here) : "/";
        return URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
