package org.obhut.console;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.BufferedOutputStream;
import java.io.IOException;

/** Gathers a page's bytes: the stream that Krazo gives to a view engine takes each by itself through all layers of the container. */
@Provider
public class PageBuffer implements WriterInterceptor {

    private static final int BYTES = 16 * 1024;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type == null || !type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            context.proceed();
            return;
        }
        var buffer = new BufferedOutputStream(context.getOutputStream(), BYTES);
        context.setOutputStream(buffer);
        context.proceed();
        buffer.flush();
    }
}
