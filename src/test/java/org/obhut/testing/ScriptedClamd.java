package org.obhut.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks INSTREAM as clamd does, to the letter of clamd(8), and knows one signature. */
public final class ScriptedClamd implements AutoCloseable {

    /** How it behaves. */
    public enum Manner {
        SCANS,
        /** Reads and never answers. */
        SILENT,
        /** Answers in a way that means nothing. */
        CONFUSED,
        /** Hangs up without a word. */
        RUDE
    }

    /** The largest stream that it takes. */
    public static final int LIMIT = 1_000_000;

    private static final int KEPT = 20;

    private final ServerSocketChannel server;
    private final Manner manner;
    private final List<byte[]> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private ScriptedClamd(ServerSocketChannel server, Manner manner) {
        this.server = server;
        this.manner = manner;
        Thread thread = new Thread(this::serve, "scripted-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    public static ScriptedClamd onLoopback(Manner manner) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new ScriptedClamd(server, manner);
    }

    public static ScriptedClamd onFile(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        return new ScriptedClamd(server, Manner.SCANS);
    }

    /** A file in which it finds something: the test file that EICAR has agreed on, put together here so that no source holds it. */
    public static byte[] infected() {
        String text = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-" + "TEST-FILE!" + "$H+H*";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A file at which it hangs up without a word, as it does when it is ended. */
    public static byte[] unscannable() {
        return "The scanner is gone before it has read this.".getBytes(StandardCharsets.US_ASCII);
    }

    /** The setting that leads here. */
    public String address() {
        try {
            return server.getLocalAddress() instanceof InetSocketAddress port
                    ? "tcp://127.0.0.1:" + port.getPort()
                    : "unix:" + server.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came last, whole streams only. */
    public List<byte[]> asked() {
        return asked;
    }

    /** How often somebody connected. */
    public int connections() {
        return connections.get();
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                open.add(channel);
                connections.incrementAndGet();
                try {
                    answer(channel);
                } catch (IOException e) {
                    // Who asked has gone.
                }
                open.removeIf(each -> !each.isOpen());
            }
        } catch (IOException e) {
            // Closed by the test.
        }
    }

    private void answer(SocketChannel channel) throws IOException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
        byte[] command = new byte["zINSTREAM\0".length()];
        in.readFully(command);
        if (manner == Manner.RUDE || !new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            channel.close();
            return;
        }
        ByteBuffer stream = ByteBuffer.allocate(LIMIT);
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (length > stream.remaining()) {
                say(channel, "INSTREAM size limit exceeded. ERROR");
                return;
            }
            in.readFully(stream.array(), stream.position(), length);
            stream.position(stream.position() + length);
        }
        byte[] file = new byte[stream.position()];
        stream.flip().get(file);
        asked.add(file);
        if (asked.size() > KEPT) {
            asked.remove(0);
        }
        if (Arrays.equals(file, unscannable())) {
            channel.close();
        } else if (manner == Manner.SCANS) {
            boolean found = new String(file, StandardCharsets.ISO_8859_1)
                    .contains(new String(infected(), StandardCharsets.ISO_8859_1));
            say(channel, found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
        } else if (manner == Manner.CONFUSED) {
            say(channel, "stream: FOUND");
        }
    }

    private static void say(SocketChannel channel, String words) throws IOException {
        channel.write(ByteBuffer.wrap((words + '\0').getBytes(StandardCharsets.US_ASCII)));
        channel.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel channel : open) {
            channel.close();
        }
    }
}
