package org.obhut.console;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Refuses a form of more parts than any of ours has: each part costs far more memory than it has bytes. Counts the delimiters of
 * RFC 2046 (section 5.1.1) while the form is read.
 */
@Provider
public class PartLimit implements ReaderInterceptor {

    static final int PARTS = 100;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            String boundary = type.getParameters().get("boundary");
            if (boundary == null || boundary.isEmpty()) {
                throw new ClientErrorException(400);
            }
            context.setInputStream(new Counted(context.getInputStream(), boundary));
        }
        return context.proceed();
    }

    /** Counts the delimiters that pass. */
    private static final class Counted extends FilterInputStream {

        private final byte[] delimiter;
        private int matched;
        private int seen;

        Counted(InputStream in, String boundary) {
            super(in);
            delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            if (next >= 0) {
                pass((byte) next);
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            for (int i = 0; i < read; i++) {
                pass(into[offset + i]);
            }
            return read;
        }

        /** A delimiter begins with two hyphens and so may overlap only with itself; one that is missed by that is no delimiter. */
        private void pass(byte each) {
            if (each == delimiter[matched]) {
                matched++;
            } else {
                matched = each == delimiter[0] ? 1 : 0;
            }
            if (matched == delimiter.length) {
                matched = 0;
                seen++;
                if (seen > PARTS + 1) {
                    throw new ClientErrorException(413);
                }
            }
        }
    }
}
