package org.obhut.testing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.launcher.Ports;
import org.obhut.oauth.TokenServer;

/**
 * Dovecot and Postfix as Debian packages them, started by {@code src/test/interop/servers} in a folder of the test. Mails for
 * {@code …@obhut.example} and {@code …@client.example} end in the Maildir of the user of that name; whoever is no user there
 * gets a real bounce. They end with this object, and with this process.
 */
public final class DebianMailServers implements AutoCloseable {

    private static final Path SCRIPT = Path.of("src/test/interop/servers").toAbsolutePath();

    private static final long SECONDS_TO_ANSWER = 60;
    private static final long SECONDS_TO_END = 30;

    private final Path folder;
    private final TokenServer tokens;
    private final Map<String, Integer> ports;
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    private DebianMailServers(Path folder, TokenServer tokens, Map<String, Integer> ports, Process process) {
        this.folder = folder;
        this.tokens = tokens;
        this.ports = ports;
        this.process = process;
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param name of the folder below {@code target/interop} */
    public static DebianMailServers in(String name) throws IOException {
        Path folder = Path.of("target/interop", name).toAbsolutePath();
        Files.createDirectories(folder.getParent());
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String port : List.of("IMAP", "IMAPS", "LMTP", "AUTH", "SMTP", "SUBMISSION", "SMTPS")) {
            ports.put(port, Ports.free());
        }
        TokenServer tokens = new TokenServer();
        ProcessBuilder builder =
                new ProcessBuilder(SCRIPT.toString(), folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT);
        ports.forEach((port, number) -> builder.environment().put(port + "_PORT", Integer.toString(number)));
        builder.environment()
                .put(
                        "INTROSPECTION_URL",
                        tokens.endpoint().resolve("/introspection").toString());
        var servers = new DebianMailServers(folder, tokens, ports, builder.start());
        try {
            servers.expect("ready");
            return servers;
        } catch (IOException e) {
            servers.close();
            throw e;
        }
    }

    /** The token endpoint, which also tells Dovecot whose a token is. */
    public TokenServer tokens() {
        return tokens;
    }

    public int port(String name) {
        return ports.get(name);
    }

    /** The authority that has signed what 127.0.0.1 shows and what has expired on 127.0.0.2; not that of 127.0.0.3. */
    public Path authority() {
        return folder.resolve("tls/known.crt");
    }

    public Path serverLog(String server) {
        return folder.resolve(server).resolve("log");
    }

    /** Makes a user. @param fields of Dovecot's userdb, such as {@code userdb_quota_rule=*:messages=5} */
    public void user(String address, String password, String... fields) throws IOException {
        command("user " + address + ' ' + password + ' ' + String.join(" ", fields));
    }

    /** Mails that lie in a user's inbox, as files. */
    public List<Path> mails(String address) throws IOException {
        return mails(address, "");
    }

    /** @param mailFolder as Maildir++ names it, such as {@code .Taken} */
    public List<Path> mails(String address, String mailFolder) throws IOException {
        Path maildir = maildir(address).resolve(mailFolder);
        try (Stream<Path> cur = list(maildir.resolve("cur"));
                Stream<Path> fresh = list(maildir.resolve("new"))) {
            return Stream.concat(cur, fresh).sorted().toList();
        }
    }

    public Path maildir(String address) {
        return folder.resolve("mail").resolve(address).resolve("Maildir");
    }

    private static Stream<Path> list(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Files.list(folder) : Stream.of();
    }

    public void start(String server) throws IOException {
        command("start " + server);
    }

    public void stop(String server) throws IOException {
        command("stop " + server);
    }

    public void kill(String server) throws IOException {
        command("kill " + server);
    }

    /** Has Postfix answer RCPT TO for one address in this way from now on. */
    public void answer(String address, String answer) throws IOException {
        command("recipients " + address + ' ' + answer);
    }

    /** Has Postfix answer RCPT TO for all as usual. */
    public void answerAsUsual() throws IOException {
        command("recipients");
    }

    /** Has Postfix try at once what waits in its queue. */
    public void flush() throws IOException {
        command("flush");
    }

    /** How many mails from or to this address wait in Postfix's queue. */
    public int queued(String address) throws IOException {
        return Integer.parseInt(command("queued " + address));
    }

    /** Sets the ways to sign in that Dovecot offers from its next start on, in its own words. */
    public void mechanisms(String... names) throws IOException {
        command("mechanisms " + String.join(" ", names));
    }

    /** Makes a folder in a user's mailbox. @param mailFolder as Maildir++ names it, such as {@code .Taken} */
    public void makeFolder(String address, String mailFolder) throws IOException {
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(maildir(address).resolve(mailFolder).resolve(part));
        }
    }

    /** Has Dovecot keep what is said in a user's sessions from now on. */
    public void keepWhatIsSaid(String address) throws IOException {
        Files.createDirectories(rawlog(address));
    }

    /** What has been said to Dovecot in a user's sessions. */
    public String said(String address) throws IOException {
        StringBuilder said = new StringBuilder();
        try (Stream<Path> sessions = Files.list(rawlog(address))) {
            for (Path session : sessions.filter(file -> file.toString().endsWith(".in"))
                    .sorted()
                    .toList()) {
                said.append(Files.readString(session, StandardCharsets.ISO_8859_1));
            }
        }
        return said.toString();
    }

    private Path rawlog(String address) {
        return folder.resolve("mail").resolve(address).resolve("rawlog");
    }

    private synchronized String command(String line) throws IOException {
        commands.write(line.strip() + '\n');
        commands.flush();
        return expect("ok");
    }

    private String expect(String word) throws IOException {
        @Nullable
        String answer = CompletableFuture.supplyAsync(this::line)
                .completeOnTimeout("nothing for " + SECONDS_TO_ANSWER + " s", SECONDS_TO_ANSWER, TimeUnit.SECONDS)
                .join();
        if (answer == null || !answer.startsWith(word)) {
            throw new IOException("the mail servers answered: " + answer);
        }
        return answer.substring(word.length()).strip();
    }

    private @Nullable String line() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tokens.close();
    }
}
