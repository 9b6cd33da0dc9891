package org.obhut.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Arrays;

/** Answers every failure with a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = Problem.of(failure);
        if (problem.status() >= 500) {
            LOG.log(Level.ERROR, "api-failed {0} at {1}", failure.getClass().getName(), place(failure));
        }
        ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json().toString());
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (!problem.retryAfter().isZero()) {
            // Rounded up: who comes at that second must not come too early.
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    problem.retryAfter().plusMillis(999).toSeconds());
        }
        if (failure instanceof WebApplicationException web) {
            Object allowed = web.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
            answer.header(HttpHeaders.ALLOW, allowed);
        }
        return answer.build();
    }

    /** Where in our own code; a foreign exception's message may repeat what a client wrote. */
    private static String place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.obhut"))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("nowhere");
    }
}
