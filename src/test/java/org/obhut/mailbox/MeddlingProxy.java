package org.obhut.mailbox;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Stands between us and a mail server: changes what the server says, keeps what we say, drops connections. */
final class MeddlingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> change = line -> line;

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

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket("127.0.0.1", target);
            // Else many small answers wait for each other's acknowledgement.
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(server);
            start(() -> upward(client, server));
            start(() -> downward(server, client));
        }
    }

    private void upward(Socket client, Socket server) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = server.getOutputStream();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            commands.add(line);
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        server.close();
    }

    private void downward(Socket server, Socket client) throws IOException {
        InputStream in = server.getInputStream();
        OutputStream out = new BufferedOutputStream(client.getOutputStream());
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            line.append((char) c);
            if (c == '\n') {
                out.write(change.apply(line.toString()).getBytes(StandardCharsets.ISO_8859_1));
                line.setLength(0);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
        client.close();
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
