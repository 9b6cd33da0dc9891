package org.obhut.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that answers as a test tells it. Commands are the first word of a line; {@code CONNECT} is the greeting,
 * {@code CONTENT} the first line of a mail and {@code .} its end. Of several answers each serves once, the last for good.
 */
public final class ScriptedSmtp implements AutoCloseable {

    /** Closes the connection instead of an answer; at the final dot the mail is lost. */
    static final String DROP = "drop";

    /** Takes the mail at the final dot and closes the connection without saying so. */
    static final String TAKE_AND_DROP = "take and drop";

    /** Takes the mail at the final dot and never says so. */
    public static final String TAKE_AND_HANG = "take and hang";

    private static final Map<String, String> USUAL = Map.of(
            "CONNECT", "220 ready",
            "EHLO", "250 obhut.example",
            "STARTTLS", "220 go ahead",
            "AUTH", "235 welcome",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go ahead",
            ".", "250 taken",
            "QUIT", "221 bye");

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private @Nullable SSLSocketFactory trust;
    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final Map<String, Runnable> before = new HashMap<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public ScriptedSmtp() throws IOException {
        this(null);
    }

    /** @param tls for STARTTLS, which is offered only where a test says so */
    ScriptedSmtp(@Nullable SSLContext tls) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), tls);
    }

    private ScriptedSmtp(ServerSocket server, @Nullable SSLContext tls) {
        this.server = server;
        this.tls = tls;
        var thread = new Thread(this::accept, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** A server that speaks TLS from the first byte. */
    static ScriptedSmtp implicitTls(SSLContext tls) throws IOException {
        return new ScriptedSmtp(
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()), tls);
    }

    public ScriptedSmtp answer(String command, String... inTurn) {
        synchronized (answers) {
            answers.put(command, new ArrayDeque<>(List.of(inTurn)));
        }
        return this;
    }

    /** Runs something once, when the command has come and before it is answered. */
    public ScriptedSmtp before(String command, Runnable action) {
        synchronized (answers) {
            before.put(command, action);
        }
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Has its accounts check certificates in this way, where else the platform does. */
    ScriptedSmtp trustedBy(SSLContext checking) {
        trust = checking.getSocketFactory();
        return this;
    }

    SmtpAccount account(String security) {
        return account(security, null);
    }

    SmtpAccount account(String security, String user, String password) {
        return account(security, new SignIn(user, password, false));
    }

    SmtpAccount account(String security, @Nullable SignIn signIn) {
        return new SmtpAccount("localhost", server.getLocalPort(), security, signIn, trust);
    }

    /** Command lines that came, over all connections. */
    List<String> lines() {
        return lines;
    }

    /** Mails that were taken, as they were before SMTP doubled their dots. */
    public List<String> taken() {
        return taken;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                var thread = new Thread(() -> serve(socket), "scripted-smtp-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    private void serve(Socket first) {
        try (Socket socket = first) {
            Socket current = socket;
            var in = reader(current);
            String line = "CONNECT";
            while (line != null) {
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                String answer = next(command);
                if (answer.equals(DROP)) {
                    return;
                }
                say(current, answer);
                if (command.equals("STARTTLS") && answer.startsWith("220")) {
                    current = secured(current);
                    in = reader(current);
                }
                if (answer.startsWith("354") && !content(current, in)) {
                    return;
                }
                line = in.readLine();
                if (line != null) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            // The other side is gone; the test looks at what came before.
        }
    }

    private boolean content(Socket socket, BufferedReader in) throws IOException {
        if (next("CONTENT").equals(DROP)) {
            in.readLine();
            return false;
        }
        var mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            line = in.readLine();
        }
        String answer = line == null ? DROP : next(".");
        if (answer.startsWith("2") || answer.startsWith("take")) {
            taken.add(mail.toString());
        }
        if (answer.equals(TAKE_AND_HANG)) {
            in.readLine();
        }
        if (!answer.matches("\\d.*")) {
            return false;
        }
        say(socket, answer);
        return true;
    }

    private String next(String command) {
        Runnable action;
        synchronized (answers) {
            action = before.remove(command);
        }
        if (action != null) {
            action.run();
        }
        synchronized (answers) {
            Deque<String> left = answers.getOrDefault(command, new ArrayDeque<>());
            String usual = USUAL.getOrDefault(command, "500 what");
            return left.size() > 1 ? left.remove() : left.isEmpty() ? usual : left.peek();
        }
    }

    private SSLSocket secured(Socket plain) throws IOException {
        var secured = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void say(Socket socket, String answer) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((answer.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
