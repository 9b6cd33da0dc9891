package org.obhut.console;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a form before it is read where it says to be too large or does not say how large it is, and one with files also where
 * nobody is signed in: a form is held in memory as a whole, so that no part of it is ever written to a file.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class UploadLimit implements ContainerRequestFilter {

    /** Of a whole form, in bytes. */
    static final int BYTES = 25_000_000;

    /** Of a form without files, in bytes. */
    static final int BYTES_OF_FIELDS = 2_000_000;

    private final Visit visit;

    @Inject
    public UploadLimit(Visit visit) {
        this.visit = visit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.hasEntity()) {
            return;
        }
        MediaType type = request.getMediaType();
        boolean files = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        int length = request.getLength();
        if (length < 0 || length > (files ? BYTES : BYTES_OF_FIELDS)) {
            throw new ClientErrorException(413);
        }
        if (files && !visit.present()) {
            throw new SignedOut();
        }
    }
}
