package org.obhut.attachment;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Loopback;
import org.obhut.platform.Settings;

/** Where the scanner listens: a socket file ({@code unix:/run/clamav/clamd.ctl}) or a port ({@code tcp://127.0.0.1:3310}). */
final class ClamdAddress {

    private static final String SETTING = "obhut.clamd";
    private static final String REMOTE = "obhut.clamd.remote";
    private static final String UNIX = "unix:";
    private static final String RULE = "must be unix:/path or tcp://host:port";

    private ClamdAddress() {}

    /**
     * Empty where no scanner is set. Names are looked up at each connection.
     *
     * @throws InvalidSetting where the address can't be used, or is on another machine without a word that files of
     *     clients may go there in clear
     */
    static Optional<SocketAddress> of(Settings settings) {
        boolean remote = settings.text(REMOTE).map(ClamdAddress::allowed).orElse(false);
        return settings.text(SETTING).map(text -> text.startsWith(UNIX) ? file(text) : port(text, remote));
    }

    private static boolean allowed(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidSetting(REMOTE, "must be true or false");
        }
        return text.equals("true");
    }

    private static SocketAddress file(String text) {
        try {
            Path path = Path.of(text.substring(UNIX.length()));
            if (path.isAbsolute()) {
                return UnixDomainSocketAddress.of(path);
            }
        } catch (InvalidPathException e) {
            // the same answer as for a relative path
        }
        throw new InvalidSetting(SETTING, RULE);
    }

    private static SocketAddress port(String text, boolean remote) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidSetting(SETTING, RULE);
        }
        String host = address.getHost();
        boolean plain = "tcp".equals(address.getScheme())
                && host != null
                && address.getPort() > 0
                && address.getPort() < 65536
                && address.getRawPath().isEmpty()
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
        if (!plain) {
            throw new InvalidSetting(SETTING, RULE);
        }
        if (!remote && !Loopback.names(host)) {
            throw new InvalidSetting(
                    SETTING,
                    "is another machine, where files of clients would go in clear: allow it by OBHUT_CLAMD_REMOTE");
        }
        return InetSocketAddress.createUnresolved(host, address.getPort());
    }
}
