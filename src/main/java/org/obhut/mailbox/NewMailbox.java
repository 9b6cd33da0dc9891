package org.obhut.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Loopback;

/**
 * A mailbox as an administrator fills it in.
 *
 * @param user for both sides
 * @param password for both sides; empty keeps the one that is known, as long as the servers are the same
 */
public record NewMailbox(String address, String user, String password, Side imap, Side smtp) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST = 250;
    private static final List<String> HOSTS = List.of("imap.host", "smtp.host");

    /** @param port empty for the usual one @param security {@code tls}, {@code starttls}, or {@code none} on this machine */
    public record Side(String host, String port, String security) {

        private void add(Map<String, String> settings, String side) {
            require(side + "Host", host, "[A-Za-z0-9.:-]+", "not-a-host");
            if (!List.of("tls", "starttls", "none").contains(security)) {
                throw new InvalidInput(side + "Security", "unknown-value");
            }
            if (security.equals("none") && !Loopback.names(host)) {
                throw new InvalidInput(side + "Security", "only-this-machine");
            }
            settings.put(side + ".host", host);
            settings.put(side + ".security", security);
            if (!port.isEmpty()) {
                require(side + "Port", port, "[1-9][0-9]{0,4}", "not-a-port");
                if (Integer.parseInt(port) > HIGHEST_PORT) {
                    throw new InvalidInput(side + "Port", "not-a-port");
                }
                settings.put(side + ".port", port);
            }
        }
    }

    public NewMailbox {
        address = address.strip().toLowerCase(Locale.ROOT);
        user = user.strip();
    }

    /**
     * As in the settings file, without the prefix.
     *
     * @param known what there is of this address; empty for a new one
     * @throws InvalidInput that names the field
     */
    Map<String, String> settings(Map<String, String> known) {
        Map<String, String> settings = new TreeMap<>();
        require("address", address, "[^\\s@<>,;\\p{Cntrl}]+@[^\\s@<>,;\\p{Cntrl}]+", "not-an-address");
        settings.put("address", address);
        imap.add(settings, "imap");
        smtp.add(settings, "smtp");
        require("user", user, "[^\\p{Cntrl}]+", "one-line");
        settings.put("imap.user", user);
        String kept = password.isEmpty() ? known.getOrDefault(AddedMailboxes.PASSWORD, "") : password;
        // A known password is told to no other server: whoever may change a mailbox would learn it from theirs.
        if (password.isEmpty()
                && !kept.isEmpty()
                && !HOSTS.stream().allMatch(host -> settings.get(host).equals(known.get(host)))) {
            throw new InvalidInput("password", "another-server");
        }
        require("password", kept, "[^\\p{Cntrl}]+", "one-line");
        settings.put(AddedMailboxes.PASSWORD, kept);
        return settings;
    }

    private static void require(String field, String value, String pattern, String reason) {
        if (value.isEmpty()) {
            throw new InvalidInput(field, "required");
        }
        if (value.length() > LONGEST) {
            throw new InvalidInput(field, "too-long");
        }
        if (!value.matches(pattern)) {
            throw new InvalidInput(field, reason);
        }
    }

    @Override
    public String toString() {
        return "mailbox " + address;
    }
}
