package org.obhut.console;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.security.CsrfValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Comes before the MVC implementation's own mapper, whose answer is no page. */
@Provider
@Priority(1)
@RequestScoped
public class StaleFormMapper implements ExceptionMapper<CsrfValidationException> {

    private final TroubleMapper pages;

    @Inject
    public StaleFormMapper(TroubleMapper pages) {
        this.pages = pages;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected StaleFormMapper() {
        this(null);
    }

    @Override
    public Response toResponse(CsrfValidationException exception) {
        return pages.toResponse(new StaleForm());
    }
}
