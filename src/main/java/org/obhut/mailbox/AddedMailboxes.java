package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.Statements;

/**
 * The rows of mailboxes that were added in the console: the same settings as in the settings file, but sealed, so that the password can
 * stand among them.
 */
@ApplicationScoped
public class AddedMailboxes {

    static final String PASSWORD = "password";

    private static final System.Logger LOG = System.getLogger(AddedMailboxes.class.getName());

    private final Statements statements;
    private final OperatingSecrets secrets;

    @Inject
    public AddedMailboxes(Statements statements, OperatingSecrets secrets) {
        this.statements = statements;
        this.secrets = secrets;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected AddedMailboxes() {
        this(null, null);
    }

    /** The settings of each, by address. One that does not open is left out, and an alarm. */
    Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> found = new TreeMap<>();
        statements
                .list(
                        "SELECT address, settings FROM added_mailbox",
                        row -> Map.entry(row.getString(1), row.getBytes(2)))
                .forEach(row ->
                        opened(row.getKey(), row.getValue()).ifPresent(settings -> found.put(row.getKey(), settings)));
        return found;
    }

    Optional<String> password(String address) {
        List<byte[]> sealed = statements.list(
                "SELECT settings FROM added_mailbox WHERE address = ?", row -> row.getBytes(1), address);
        return sealed.stream()
                .findFirst()
                .flatMap(bytes -> opened(address, bytes))
                .map(settings -> settings.get(PASSWORD));
    }

    private Optional<Map<String, String>> opened(String address, byte[] sealed) {
        try {
            String lines = new String(secrets.openSetting(context(address), sealed), StandardCharsets.UTF_8);
            return Optional.of(lines.lines()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> other, TreeMap::new)));
        } catch (EnvelopeException e) {
            LOG.log(Level.ERROR, "ALARM: the settings of an added mailbox do not open: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** True where it is a new one. @param settings values in one line each */
    boolean put(String address, Map<String, String> settings) {
        String lines = settings.entrySet().stream()
                .map(pair -> pair.getKey() + '=' + pair.getValue())
                .collect(Collectors.joining("\n"));
        byte[] sealed = secrets.sealSetting(context(address), lines.getBytes(StandardCharsets.UTF_8));
        if (statements.run("UPDATE added_mailbox SET settings = ? WHERE address = ?", sealed, address) == 1) {
            return false;
        }
        statements.run("INSERT INTO added_mailbox (address, settings) VALUES (?, ?)", address, sealed);
        return true;
    }

    boolean remove(String address) {
        return statements.run("DELETE FROM added_mailbox WHERE address = ?", address) == 1;
    }

    private static String context(String address) {
        return "mailbox/" + address + "/settings";
    }
}
