package org.obhut.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * One question to ClamAV's daemon: the command INSTREAM of its manual page clamd(8). The daemon may answer, and hang up,
 * before it has read everything, so both directions are watched at once.
 */
final class Clamd {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final SocketChannel channel;
    private final Selector selector;
    private final byte[] file;
    private final long deadline;
    private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
    private final ByteBuffer question = ByteBuffer.allocate(CHUNK + Integer.BYTES);
    private int asked;
    private boolean ended;

    private Clamd(SocketChannel channel, Selector selector, byte[] file, long deadline) {
        this.channel = channel;
        this.selector = selector;
        this.file = file;
        this.deadline = deadline;
        question.put(COMMAND).flip();
    }

    /**
     * What the daemon says of a file, without the null at its end.
     *
     * @param deadline by {@link System#nanoTime()}
     * @throws IOException where it can't be reached, or says nothing in time
     */
    static String ask(SocketAddress address, byte[] file, long deadline) throws IOException {
        try (SocketChannel channel = open(address);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            return new Clamd(channel, selector, file, deadline).answer(resolved(address));
        }
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private static SocketAddress resolved(SocketAddress address) throws UnknownHostException {
        if (!(address instanceof InetSocketAddress named)) {
            return address;
        }
        InetSocketAddress found = new InetSocketAddress(named.getHostString(), named.getPort());
        if (found.isUnresolved()) {
            throw new UnknownHostException();
        }
        return found;
    }

    private String answer(SocketAddress address) throws IOException {
        boolean connected = channel.connect(address);
        int both = SelectionKey.OP_READ | SelectionKey.OP_WRITE;
        SelectionKey key = channel.register(selector, connected ? both : SelectionKey.OP_CONNECT);
        while (true) {
            await();
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(both);
            } else if (key.isReadable()) {
                if (answered()) {
                    return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                            .replace("\0", "")
                            .strip();
                }
            } else if (key.isWritable() && !write()) {
                key.interestOps(SelectionKey.OP_READ);
            }
            selector.selectedKeys().clear();
        }
    }

    private void await() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || selector.select(left) == 0) {
            throw new SocketTimeoutException();
        }
    }

    private boolean answered() throws IOException {
        boolean end = channel.read(answer) < 0;
        if (end && answer.position() == 0) {
            throw new EOFException();
        }
        return end || !answer.hasRemaining() || answer.position() > 0 && answer.get(answer.position() - 1) == 0;
    }

    /** Whether there is more to write. A daemon that reads no further may still have something to say. */
    private boolean write() {
        if (!question.hasRemaining() && !next()) {
            return false;
        }
        try {
            channel.write(question);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A chunk of the file with its length before it, and an empty one after the last. */
    private boolean next() {
        if (ended) {
            return false;
        }
        int length = Math.min(CHUNK, file.length - asked);
        question.clear().putInt(length).put(file, asked, length).flip();
        asked += length;
        ended = length == 0;
        return true;
    }
}
