package org.obhut.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of an IMAP server (RFC 9051, with UIDPLUS) as intake talks to, over mails that are made while they are fetched: one
 * that keeps its mails would need several times their size.
 */
final class GeneratingMailServer implements AutoCloseable {

    private static final Pattern FETCH =
            Pattern.compile("UID FETCH (\\S+) \\(RFC822\\.SIZE BODY\\.PEEK\\[\\]<(\\d+)\\.(\\d+)>\\)");

    private static final Pattern SEARCH = Pattern.compile("UID SEARCH UID (\\S+)");
    private static final Pattern EXPUNGE = Pattern.compile("UID EXPUNGE (\\S+)");

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final NavigableMap<Integer, GeneratedMail> mails = new TreeMap<>();

    GeneratingMailServer() throws IOException {
        start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    synchronized void put(GeneratedMail mail) {
        mails.put(mails.size() + 1, mail);
    }

    /** How many have not been removed. */
    synchronized int left() {
        return mails.size();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                start(() -> talk(client));
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "generating-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void talk(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = client.getOutputStream();
            write(out, "* OK ready\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int blank = line.indexOf(' ');
                answer(line.substring(blank + 1), out);
                write(out, line.substring(0, blank) + " OK done\r\n");
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private void answer(String command, OutputStream out) throws IOException {
        Matcher fetch = FETCH.matcher(command);
        Matcher search = SEARCH.matcher(command);
        Matcher expunge = EXPUNGE.matcher(command);
        if (fetch.matches()) {
            for (int uid : uids(fetch.group(1))) {
                fetch(uid, Integer.parseInt(fetch.group(2)), Integer.parseInt(fetch.group(3)), out);
            }
        } else if (search.matches()) {
            found(uids(search.group(1)), out);
        } else if (command.startsWith("UID SEARCH")) {
            found(uids("1:1000"), out);
        } else if (expunge.matches()) {
            for (int uid : uids(expunge.group(1))) {
                write(out, "* " + remove(uid) + " EXPUNGE\r\n");
            }
        } else if (command.startsWith("CAPABILITY")) {
            write(out, "* CAPABILITY IMAP4rev1 UIDPLUS\r\n");
        } else if (command.startsWith("SELECT")) {
            write(out, "* " + left() + " EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Deleted)\r\n");
            write(out, "* OK [UIDVALIDITY 1]\r\n* OK [UIDNEXT 1000]\r\n");
        } else if (command.startsWith("LOGOUT")) {
            write(out, "* BYE\r\n");
        }
    }

    private void fetch(int uid, int from, int length, OutputStream out) throws IOException {
        GeneratedMail mail = mail(uid);
        byte[] piece = mail.piece(from, length);
        write(
                out,
                "* " + number(uid) + " FETCH (UID " + uid + " RFC822.SIZE " + mail.size() + " BODY[]<" + from + "> {"
                        + piece.length + "}\r\n");
        out.write(piece);
        write(out, ")\r\n");
    }

    private static void found(List<Integer> uids, OutputStream out) throws IOException {
        write(out, uids.stream().map(uid -> " " + uid).collect(Collectors.joining("", "* SEARCH", "\r\n")));
    }

    private synchronized GeneratedMail mail(int uid) {
        return mails.get(uid);
    }

    /** Its sequence number. */
    private synchronized int number(int uid) {
        return mails.headMap(uid, true).size();
    }

    private synchronized int remove(int uid) {
        int number = number(uid);
        mails.remove(uid);
        return number;
    }

    /** Those of a set such as {@code 1:3,5} that are there. */
    private synchronized List<Integer> uids(String set) {
        return mails.keySet().stream()
                .filter(uid -> List.of(set.split(",")).stream().anyMatch(range -> within(range, uid)))
                .toList();
    }

    private static boolean within(String range, int uid) {
        String[] ends = range.split(":");
        return uid >= Integer.parseInt(ends[0]) && uid <= Integer.parseInt(ends[ends.length - 1]);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
