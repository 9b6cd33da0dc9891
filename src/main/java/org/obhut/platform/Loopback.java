package org.obhut.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names and addresses under which a machine reaches only itself (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
public final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    private Loopback() {}

    /** Whether a host of a URL, or a numeric address, is a loopback one. Names are not looked up. */
    public static boolean names(@Nullable String host) {
        return host != null && (NAMES.contains(host) || host.matches("127(\\.\\d{1,3}){3}"));
    }
}
