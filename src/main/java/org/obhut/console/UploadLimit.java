package org.obhut.console;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a form with files before it is read where it says to be too large, or does not say how large it is: a form is
 * held in memory as a whole, so that no part of it is ever written to a file.
 */
@Provider
public class UploadLimit implements ContainerRequestFilter {

    /** Of a whole form, in bytes. */
    static final int BYTES = 25_000_000;

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            int length = request.getLength();
            if (length < 0 || length > BYTES) {
                throw new ClientErrorException(413);
            }
        }
    }
}
