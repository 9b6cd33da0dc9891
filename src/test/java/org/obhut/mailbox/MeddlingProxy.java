package org.obhut.mailbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Stands between us and a mail server: changes what the server says, keeps what we say, drops connections. */
final class MeddlingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<Socket> forgotten = ConcurrentHashMap.newKeySet();
    private volatile UnaryOperator<String> change = line -> line;
    private volatile Predicate<String> refuse = command -> false;
    private volatile Function<String, @Nullable String> answer = command -> null;
    private volatile @Nullable Predicate<String> dropAt;
    private volatile @Nullable SSLContext startTls;
    private volatile @Nullable TokenSignIn token;

    private MeddlingProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** @param certificate shown to us, null for a connection without TLS */
    static MeddlingProxy before(int target, @Nullable SSLContext certificate) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        ServerSocket listener = certificate == null
                ? new ServerSocket(0, 50, loopback)
                : certificate.getServerSocketFactory().createServerSocket(0, 50, loopback);
        MeddlingProxy proxy = new MeddlingProxy(listener, target);
        start(proxy::accept);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Changes the server's lines from now on. */
    void change(UnaryOperator<String> lines) {
        change = lines;
    }

    /** Answers these commands with NO, and keeps them from the server. */
    void refuse(Predicate<String> refused) {
        refuse = refused;
    }

    /** Answers these commands in the server's place, with whole lines or with nothing; null leaves them to it. A farewell hangs up. */
    void answer(Function<String, @Nullable String> answers) {
        answer = answers;
    }

    /** Cuts the connection once, when a command like this comes, before the server has it. */
    void dropOnceAt(Predicate<String> command) {
        dropAt = command;
    }

    /** Whether {@link #dropOnceAt} has cut. */
    boolean dropped() {
        return dropAt == null;
    }

    /** What was said to the server. */
    List<String> commands() {
        return commands;
    }

    /** Cuts all connections as a broken network does. */
    void drop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** From now on nothing passes over the connections that are there, and neither side is told: a router has forgotten them. */
    void forget() {
        forgotten.addAll(sockets);
    }

    /** Plays the server's part in STARTTLS (RFC 9051 section 6.2.1), which the one behind does not know. */
    void offerStartTls(SSLContext certificate) {
        startTls = certificate;
        change(line -> line.startsWith("* CAPABILITY ") ? line.replace("IMAP4rev1", "IMAP4rev1 STARTTLS") : line);
    }

    /**
     * Plays the server's part in a sign-in by access token (RFC 7628), and signs in behind with the password.
     *
     * @param mechanism the only way in that is offered
     * @param accepted whether the client's message, out of its base64, is taken
     * @param signIn user and password, as LOGIN wants them
     */
    void askForToken(String mechanism, Predicate<String> accepted, String signIn) {
        token = new TokenSignIn(mechanism, accepted, signIn);
        change(line -> line.startsWith("* CAPABILITY ")
                ? withoutSignIn(line).strip() + " LOGINDISABLED AUTH=" + mechanism + "\r\n"
                : line);
    }

    /** The capabilities without any way in, also not in one step (RFC 4959). */
    static String withoutSignIn(String capabilities) {
        return capabilities.replaceAll(" (AUTH=\\S+|SASL-IR)", "");
    }

    private record TokenSignIn(String mechanism, Predicate<String> accepted, String signIn) {

        boolean takes(String base64) {
            return accepted.test(new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8));
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket("127.0.0.1", target);
            // Else many small answers wait for each other's acknowledgement.
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(server);
            Conversation conversation = new Conversation(client, server);
            start(conversation::upward);
            start(conversation::downward);
        }
    }

    /** One connection; its client's side may become a TLS one. */
    private final class Conversation {

        private final Socket server;
        private volatile Socket client;
        private volatile OutputStream out;

        Conversation(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            this.out = new BufferedOutputStream(client.getOutputStream());
        }

        void upward() throws IOException {
            InputStream in = client.getInputStream();
            OutputStream up = server.getOutputStream();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (forgotten.contains(server)) {
                    continue;
                }
                commands.add(line.strip());
                SSLContext certificate = startTls;
                if (certificate != null && line.contains(" STARTTLS")) {
                    out.write((line.split(" ")[0] + " OK begin\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                    SSLSocket secured =
                            (SSLSocket) certificate.getSocketFactory().createSocket(client, null, true);
                    secured.setUseClientMode(false);
                    client = secured;
                    in = secured.getInputStream();
                    out = new BufferedOutputStream(secured.getOutputStream());
                    continue;
                }
                Predicate<String> cut = dropAt;
                if (cut != null && cut.test(line.strip())) {
                    dropAt = null;
                    client.close();
                    break;
                }
                if (refuse.test(line.strip())) {
                    say(line.split(" ")[0] + " NO [SERVERBUG] broken\r\n");
                    continue;
                }
                String answered = answer.apply(line.strip());
                if (answered != null) {
                    say(answered);
                    if (answered.startsWith("* BYE")) {
                        client.close();
                        break;
                    }
                    continue;
                }
                TokenSignIn asked = token;
                if (asked != null && line.contains(" AUTHENTICATE " + asked.mechanism())) {
                    line = signIn(asked, line.split(" ")[0], in);
                }
                up.write(line.getBytes(StandardCharsets.ISO_8859_1));
                up.flush();
            }
            server.close();
        }

        /** What is said to the server behind: a sign-in, or nothing of use. */
        private String signIn(TokenSignIn asked, String tag, InputStream in) throws IOException {
            say("+ \r\n");
            if (asked.takes(line(in))) {
                return tag + " LOGIN " + asked.signIn() + "\r\n";
            }
            say("+ " + Base64.getEncoder().encodeToString("{\"status\":\"401\"}".getBytes(StandardCharsets.UTF_8))
                    + "\r\n");
            commands.add(line(in).strip());
            say(tag + " NO [AUTHENTICATIONFAILED] not you\r\n");
            return "idle NOOP\r\n";
        }

        private void say(String line) throws IOException {
            out.write(line.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void downward() throws IOException {
            InputStream in = server.getInputStream();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (forgotten.contains(server)) {
                    continue;
                }
                out.write(change.apply(line).getBytes(StandardCharsets.ISO_8859_1));
                if (in.available() == 0) {
                    out.flush();
                }
            }
            client.close();
        }

        /** A line with its end, empty at the end. */
        private String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                line.append((char) c);
                if (c == '\n') {
                    break;
                }
            }
            return line.toString();
        }
    }

    /** Something that ends when a socket is closed. */
    private interface Loop {
        void run() throws IOException;
    }

    private static void start(Loop loop) {
        Thread thread = new Thread(() -> {
            try {
                loop.run();
            } catch (IOException e) {
                // closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        drop();
    }
}
