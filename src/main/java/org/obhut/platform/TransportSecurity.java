package org.obhut.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Whether what a request carries could be read on its way here. A passphrase is taken only where it could not. */
public final class TransportSecurity {

    private TransportSecurity() {}

    /**
     * Whether the request came by TLS, never left this machine, or came through the TLS proxy of the public URL. A proxy
     * on another machine says so by {@code X-Forwarded-Proto}; whoever forges that header exposes only what they send.
     */
    public static boolean protects(HttpServletRequest request, URI publicUrl) {
        boolean fromHere = Loopback.names(request.getRemoteAddr());
        boolean proxied = fromHere || "https".equals(request.getHeader("X-Forwarded-Proto"));
        return request.isSecure()
                || fromHere && Loopback.names(request.getServerName())
                || proxied && "https".equals(publicUrl.getScheme());
    }
}
