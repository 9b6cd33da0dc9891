package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;
import org.obhut.account.PinMismatch;
import org.obhut.account.Refused;
import org.obhut.account.RosterRefused;
import org.obhut.platform.Failures;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.TicketNotFound;

/** The one place where what went wrong becomes a page. A message of an exception reaches neither page nor log. */
@Provider
@RequestScoped
public class TroubleMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(TroubleMapper.class.getName());

    private final HttpServletRequest request;
    private final Visit visit;
    private final Frames frames;
    private final Templates templates;

    @Inject
    public TroubleMapper(HttpServletRequest request, Visit visit, Frames frames, Templates templates) {
        this.request = request;
        this.visit = visit;
        this.frames = frames;
        this.templates = templates;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TroubleMapper() {
        this(null, null, null, null);
    }

    @Override
    public Response toResponse(Throwable trouble) {
        if (trouble instanceof WebApplicationException answer
                && answer.getResponse().getStatus() < 400) {
            return answer.getResponse();
        }
        TroublePage page = page(trouble);
        if (page.status() == 500) {
            LOG.log(Level.ERROR, "console: " + Failures.trace(trouble));
        }
        if (page.key().equals("stale") && request.getRequestURI().equals(Routes.SIGN_IN)) {
            return Response.seeOther(URI.create("/sign-in?ended=stale")).build();
        }
        visit.look();
        return Response.status(page.status())
                .type("text/html;charset=UTF-8")
                .entity(templates
                        .render("trouble.jte", Map.of("frame", frames.frame("/", null), "page", page))
                        .toByteArray())
                .build();
    }

    private static TroublePage page(Throwable trouble) {
        if (trouble instanceof TicketNotFound) {
            return new TroublePage(404, "not-found");
        }
        if (trouble instanceof Refused) {
            return new TroublePage(403, "refused");
        }
        if (trouble instanceof PinMismatch || trouble instanceof RosterRefused) {
            return new TroublePage(409, "keys");
        }
        if (trouble instanceof StaleForm) {
            return new TroublePage(403, "stale");
        }
        if (trouble instanceof InvalidInput) {
            return new TroublePage(400, "invalid");
        }
        if (trouble instanceof TicketChanged) {
            return new TroublePage(409, "changed");
        }
        return trouble instanceof WebApplicationException answer
                ? page(answer.getResponse().getStatus())
                : new TroublePage(500, "failed");
    }

    private static TroublePage page(int status) {
        return switch (status) {
            case 404, 405 -> new TroublePage(status, "not-found");
            case 403 -> new TroublePage(status, "refused");
            case 413 -> new TroublePage(status, "too-large");
            default -> status < 500 ? new TroublePage(status, "invalid") : new TroublePage(status, "failed");
        };
    }
}
