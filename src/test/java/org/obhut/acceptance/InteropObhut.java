package org.obhut.acceptance;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.obhut.launcher.DataFolder;
import org.obhut.testing.DebianMailServers;
import org.obhut.testing.KillableObhut;
import org.obhut.testing.ListedTicket;

/**
 * An Obhut whose mailboxes lie on servers from Debian, and clients beside it. All classes of a run share it: each scenario has
 * clients of its own, and where it changes what a mailbox is, a mailbox of its own ({@link InteropMailbox}).
 */
final class InteropObhut implements ExtensionContext.Store.CloseableResource {

    static final String COUNSELLING = Mails.COUNSELLING;
    static final String CONSILIERE = "consiliere@obhut.example";
    static final String PASSWORD = "mailbox-password";

    final DebianMailServers servers;
    final IssuedTokens tokens;
    private final KillableObhut obhut;

    private InteropObhut() throws Exception {
        servers = DebianMailServers.in("conversation");
        tokens = new IssuedTokens(servers.tokens(), InteropMailbox.TOKEN.address());
        Path folder = Path.of("target/interop/obhut");
        DataFolder.delete(folder);
        obhut = KillableObhut.in(folder);
        try {
            Path secrets = Files.createDirectories(servers.authority().resolveSibling("secrets"));
            for (InteropMailbox mailbox : InteropMailbox.values()) {
                mailbox.prepare(servers);
                mailbox.settings(servers, secrets)
                        .forEach((key, value) -> obhut.set("obhut.mailbox." + mailbox.key() + '.' + key, value));
            }
            obhut.start();
            pin();
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    /** A lead lets the mailboxes of the scenarios into the team, as leads do; those of the demo are. */
    private void pin() throws Exception {
        Browser leyla = browser("leyla");
        String team = leyla.page("/teams").selectFirst("main a[href^=/teams/]").attr("href");
        for (InteropMailbox mailbox : InteropMailbox.values()) {
            var form = leyla.page(team).selectFirst("form[action=" + team + "/mailboxes]");
            if (!mailbox.ofTheDemo()) {
                leyla.submit(form, java.util.Map.of("address", mailbox.address()));
            }
        }
    }

    URI address() {
        return obhut.obhut().address();
    }

    Path serverLog() {
        return obhut.obhut().serverLog();
    }

    Api signIn(String name) throws Exception {
        return Api.signIn(address(), name);
    }

    Browser browser(String name) throws Exception {
        Browser browser = new Browser(address());
        browser.signIn(name);
        return browser;
    }

    /** What administrators are told of a mailbox. */
    JsonObject state(InteropMailbox mailbox) throws Exception {
        return Api.json(Api.expect(200, signIn("admin").get("/mailboxes")))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(item -> item.getString("address").equals(mailbox.address()))
                .findFirst()
                .orElseThrow();
    }

    /** Makes a client with a mailbox of her own. Returns the address. */
    String client(String... fields) throws IOException {
        String address = "c" + UUID.randomUUID().toString().substring(0, 8) + "@client.example";
        servers.user(address, address, fields);
        return address;
    }

    ImapInbox inboxOf(String client) throws Exception {
        return ImapInbox.ofClient(servers.port("IMAP"), client);
    }

    /** Sends a mail as a client's provider does. */
    void send(String from, String to, byte[] mail) throws IOException {
        try (var smtp = new RawSmtp(servers.port("SMTP"))) {
            smtp.send(from, to, mail);
        }
    }

    void send(String from, String to, String subject, String more, String text) throws IOException {
        String id = UUID.randomUUID() + "@client.example";
        send(from, to, Mails.text(from, subject, id, more, text));
    }

    /** The rows of the tickets in which this client has written. */
    static List<JsonObject> ticketsOf(Api person, String client) throws Exception {
        return person.tickets("team").stream()
                .filter(row -> ListedTicket.isFrom(row, client))
                .toList();
    }

    /** Answers a ticket. Returns the message's id. */
    static String reply(Api person, String ticket, String text) throws Exception {
        int version = person.ticket(ticket).getInt("version");
        var answer = person.post("/tickets/" + ticket + "/replies", java.util.Map.of("text", text, "version", version));
        return Api.json(Api.expect(202, answer)).getString("messageId");
    }

    static JsonObject entry(Api person, String ticket, String message) throws Exception {
        return person.ticket(ticket).getJsonArray("timeline").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("id").equals(message))
                .findFirst()
                .orElseThrow();
    }

    static String delivery(Api person, String ticket, String message) throws Exception {
        return entry(person, ticket, message).getString("delivery");
    }

    @Override
    public void close() throws Exception {
        try {
            obhut.close();
        } finally {
            servers.close();
        }
    }

    /** Starts it when the first test class asks for it, and ends it after the last. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == InteropObhut.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(InteropObhut.class))
                    .getOrComputeIfAbsent(InteropObhut.class, type -> start(), InteropObhut.class);
        }

        private static InteropObhut start() {
            try {
                return new InteropObhut();
            } catch (Exception e) {
                throw new IllegalStateException(e.getMessage() + "; see target/interop", e);
            }
        }
    }
}
