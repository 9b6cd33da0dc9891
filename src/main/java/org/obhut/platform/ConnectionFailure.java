package org.obhut.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why another server could not be reached, in our own words: the messages of foreign exceptions repeat names and addresses.
 * An administrator can tell from the word what to do next; the operating guide lists them.
 */
public final class ConnectionFailure {

    private static final int DEEPEST = 20;

    private ConnectionFailure() {}

    /**
     * The word, found in the failure or its causes; null where none of them is about a connection:
     *
     * <ul>
     *   <li>{@code host-unknown}, {@code port-closed}, {@code host-unreachable}, {@code no-answer};
     *   <li>{@code certificate-untrusted}, {@code certificate-wrong-name}, {@code certificate-expired}, {@code
     *       certificate-not-yet-valid};
     *   <li>{@code tls-failed}: no TLS came about though no certificate was at fault, as on a port without TLS;
     *   <li>{@code connection-lost}: any other failure to read or write.
     * </ul>
     */
    public static @Nullable String of(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        if (has(causes, SSLException.class)) {
            return certificate(causes);
        }
        if (has(causes, UnknownHostException.class) || has(causes, UnresolvedAddressException.class)) {
            return "host-unknown";
        }
        // Of the timeouts one is a ConnectException too.
        if (has(causes, SocketTimeoutException.class) || has(causes, HttpTimeoutException.class)) {
            return "no-answer";
        }
        if (has(causes, NoRouteToHostException.class)) {
            return "host-unreachable";
        }
        if (has(causes, ConnectException.class)) {
            return "port-closed";
        }
        return has(causes, IOException.class) ? "connection-lost" : null;
    }

    private static String certificate(List<Throwable> causes) {
        if (has(causes, CertificateExpiredException.class)) {
            return "certificate-expired";
        }
        if (has(causes, CertificateNotYetValidException.class)) {
            return "certificate-not-yet-valid";
        }
        if (causes.stream().anyMatch(ConnectionFailure::chain)) {
            return "certificate-untrusted";
        }
        // A certificate that is in order, but another host's, is refused by the check of the name without a class of
        // its own.
        return has(causes, CertificateException.class) ? "certificate-wrong-name" : "tls-failed";
    }

    /** Whether no path from the certificate to a known authority was found. */
    private static boolean chain(Throwable cause) {
        return cause instanceof CertPathValidatorException
                || cause instanceof java.security.cert.CertPathBuilderException
                // Trust anchors are missing altogether.
                || cause instanceof java.security.InvalidAlgorithmParameterException;
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }
}
