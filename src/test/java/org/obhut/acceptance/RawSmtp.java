package org.obhut.acceptance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Hands mails to an SMTP server (RFC 5321) byte by byte as they are, which no mail library would. Only what SMTP itself asks for is
 * done: lines end in CRLF, and a dot at the beginning of a line is doubled.
 */
final class RawSmtp implements AutoCloseable {

    private static final int MILLISECONDS_TO_ANSWER = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawSmtp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(MILLISECONDS_TO_ANSWER);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        expect("220");
        command("EHLO client.example", "250");
    }

    /**
     * Sends one mail.
     *
     * @return {@link System#nanoTime()} when the server had accepted it
     */
    long send(String sender, String recipient, byte[] mail) throws IOException {
        return send(sender, "", recipient, mail);
    }

    /** Sends one mail. @param parameters of MAIL, such as {@code BODY=8BITMIME} (RFC 6152) */
    long send(String sender, String parameters, String recipient, byte[] mail) throws IOException {
        command(("MAIL FROM:<" + sender + "> " + parameters).strip(), "250");
        command("RCPT TO:<" + recipient + ">", "250");
        command("DATA", "354");
        out.write(transparent(mail));
        out.flush();
        expect("250");
        return System.nanoTime();
    }

    private static byte[] transparent(byte[] mail) {
        var lines = new ByteArrayOutputStream(mail.length + mail.length / 20 + 8);
        int last = '\n';
        for (byte b : mail) {
            if (b == '\n' && last != '\r') {
                lines.write('\r');
            }
            if (b == '.' && last == '\n') {
                lines.write('.');
            }
            lines.write(b);
            last = b;
        }
        String end = last == '\n' ? ".\r\n" : "\r\n.\r\n";
        lines.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
        return lines.toByteArray();
    }

    private void command(String line, String expected) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(expected);
    }

    /** Reads a reply, which may have several lines: all but the last have a hyphen after the code. */
    private void expect(String code) throws IOException {
        String line;
        do {
            line = readLine();
        } while (line.startsWith(code + '-'));
        if (!line.startsWith(code)) {
            throw new IOException("SMTP answered " + line + " where " + code + " was expected");
        }
    }

    private String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b; (b = in.read()) != '\n'; ) {
            if (b < 0) {
                throw new IOException("the SMTP server closed the connection");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            command("QUIT", "221");
        }
    }
}
