package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.obhut.mailbox.Mailboxes.FirstContact;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Loopback;
import org.obhut.platform.Settings;

/** The mailboxes by settings, {@code obhut.mailbox.<name>.…}; checked once at start. */
@ApplicationScoped
public class MailAccounts {

    private static final String PREFIX = "obhut.mailbox.";

    private final List<MailAccount> accounts;

    /** @throws InvalidSetting that names the setting */
    @Inject
    public MailAccounts(Settings settings) {
        accounts = settings.namesBelow(PREFIX).stream()
                .map(name -> new Reader(settings, name).account())
                .toList();
        Set<String> seen = new HashSet<>();
        accounts.stream()
                .filter(account -> !seen.add(account.address()))
                .findFirst()
                .ifPresent(account -> {
                    throw new InvalidSetting(
                            PREFIX + account.name() + ".address", "is the address of another mailbox too");
                });
    }

    /** For the scope's proxy. */
    protected MailAccounts() {
        accounts = List.of();
    }

    List<MailAccount> all() {
        return accounts;
    }

    Optional<MailAccount> byAddress(String address) {
        return accounts.stream()
                .filter(account -> account.address().equalsIgnoreCase(address))
                .findFirst();
    }

    /** Reads the settings of one mailbox. */
    private record Reader(Settings settings, String name) {

        MailAccount account() {
            required("imap.user");
            return new MailAccount(
                    name,
                    address(),
                    required("team"),
                    server("imap", 143, 143, 993).orElseThrow(() -> invalid("imap.host", "must be set")),
                    server("smtp", 25, 587, 465),
                    text("name").orElse(null),
                    choice("subaddressing", List.of("false", "true"), "false").equals("true"),
                    text("first-contact").map(this::firstContact),
                    text("expunge-after").map(this::expungeAfter).orElse(Duration.ZERO),
                    text("poll-seconds")
                            .map(seconds -> Duration.ofSeconds(number("poll-seconds", seconds, 86_400)))
                            .orElse(settings.pollInterval()),
                    text("move-to").orElse(null),
                    Arrays.stream(text("web-forms")
                                    .orElse("")
                                    .toLowerCase(Locale.ROOT)
                                    .split("[,\\s]+"))
                            .filter(sender -> !sender.isEmpty())
                            .collect(Collectors.toUnmodifiableSet()));
        }

        private String address() {
            String address = required("address").toLowerCase(Locale.ROOT);
            if (!address.matches("[^\\s@<>,;]+@[^\\s@<>,;]+")) {
                throw invalid("address", "must be an address such as name@example.org");
            }
            return address;
        }

        private Optional<MailServer> server(String side, int plainPort, int startTlsPort, int tlsPort) {
            Optional<String> host = text(side + ".host");
            if (host.isEmpty()) {
                return Optional.empty();
            }
            String security = choice(side + ".security", List.of("none", "starttls", "tls"), "tls");
            if (security.equals("none") && !Loopback.names(host.get())) {
                throw invalid(side + ".security", "may be 'none' for a loopback address only");
            }
            int port = security.equals("tls") ? tlsPort : security.equals("starttls") ? startTlsPort : plainPort;
            // A server on the same machine may take mails from anybody; elsewhere the IMAP sign-in serves unless
            // another is set.
            Optional<String> user =
                    text(side + ".user").or(() -> security.equals("none") ? Optional.empty() : text("imap.user"));
            return Optional.of(new MailServer(
                    host.get(),
                    text(side + ".port")
                            .map(text -> number(side + ".port", text, 65_535))
                            .orElse(port),
                    MailServer.Security.valueOf(security.toUpperCase(Locale.ROOT)),
                    user.orElse(null),
                    user.isPresent() ? passwordFile(side) : null));
        }

        private Path passwordFile(String side) {
            String own = side + ".password-file";
            String setting = text(own).isPresent() ? own : "password-file";
            Path file = Path.of(text(setting).orElseThrow(() -> invalid(setting, "must be set")));
            if (!Files.isReadable(file)) {
                throw invalid(setting, "must name a file that can be read");
            }
            return file;
        }

        private FirstContact firstContact(String text) {
            if (text.equals("all")) {
                return new FirstContact.All();
            }
            if (text.equals("new")) {
                return new FirstContact.OnlyNew();
            }
            try {
                return new FirstContact.Since(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                throw invalid("first-contact", "must be 'all', 'new' or a day such as 2026-01-31");
            }
        }

        private Duration expungeAfter(String text) {
            return text.equals("commit") ? Duration.ZERO : Duration.ofHours(number("expunge-after", text, 24 * 365));
        }

        private int number(String key, String text, int most) {
            try {
                int number = Integer.parseInt(text);
                if (number > 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // the same answer as for a number out of range
            }
            throw invalid(key, "must be a number from 1 to " + most);
        }

        private String choice(String key, List<String> values, String otherwise) {
            String value = text(key).orElse(otherwise).toLowerCase(Locale.ROOT);
            if (!values.contains(value)) {
                throw invalid(key, "must be one of " + String.join(", ", values));
            }
            return value;
        }

        private String required(String key) {
            return text(key).orElseThrow(() -> invalid(key, "must be set"));
        }

        private Optional<String> text(String key) {
            return settings.text(PREFIX + name + '.' + key);
        }

        private InvalidSetting invalid(String key, String rule) {
            return new InvalidSetting(PREFIX + name + '.' + key, rule);
        }
    }
}
