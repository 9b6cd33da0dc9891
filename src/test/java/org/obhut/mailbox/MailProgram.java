package org.obhut.mailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** How the programs that people write with put a letter into bytes: their fields, parts, charsets and encodings. */
enum MailProgram {
    OUTLOOK(
            "alternative",
            "quoted-printable",
            "Q",
            "Thread-Topic: x\r\nThread-Index: AdzXZ0v1QkJ0\r\nAccept-Language: de-DE\r\nContent-Language: de-DE\r\n"
                    + "X-MS-Has-Attach:\r\nX-MS-TNEF-Correlator:\r\nx-originatororg: client.example\r\n"),
    APPLE_MAIL(
            "plain",
            "quoted-printable",
            "B",
            "Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3774.400.31\\))\r\nX-Mailer: Apple Mail (2.3774.400.31)\r\n"),
    IPHONE("alternative", "base64", "B", "X-Mailer: iPhone Mail (21E236)\r\nX-Universally-Unique-Identifier: 0A\r\n"),
    GMAIL("alternative", "base64", "B", "X-Gm-Message-State: AOJu0Y\r\n"),
    K9(
            "plain",
            "quoted-printable",
            "Q",
            "User-Agent: K-9 Mail for Android\r\nAutocrypt: addr=m@client.example; keydata=mQEN\r\n"),
    SAMSUNG("alternative", "base64", "B", "X-Mailer: Samsung Email\r\nImportance: Normal\r\n"),
    GMX(
            "html",
            "7bit",
            "B",
            "X-Priority: 3\r\nImportance: normal\r\nSensitivity: Normal\r\nX-UI-Message-Type: mail\r\nX-Provags-ID: V03:K1\r\n"),
    ROUNDCUBE("flowed", "8bit", "Q", "User-Agent: Roundcube Webmail/1.6.5\r\nX-Sender: m@client.example\r\n"),
    THUNDERBIRD("flowed", "8bit", "B", "User-Agent: Mozilla Thunderbird\r\nContent-Language: de-DE\r\n"),
    YAHOO(
            "alternative",
            "quoted-printable",
            "B",
            "X-Mailer: WebService/1.1.22129 YMailNodin\r\nReferences: <1.ref@mail.client.example>\r\n"),
    OUTLOOK_EXPRESS(
            "plain",
            "quoted-printable",
            "Q",
            "X-MSMail-Priority: Normal\r\nX-Mailer: Microsoft Outlook Express 6.00\r\nX-MimeOLE: Produced By Microsoft MimeOLE\r\n"),
    THE_BAT("plain", "8bit", "raw", "X-Mailer: The Bat! (v3.99)\r\nX-Priority: 3 (Normal)\r\n"),
    SCRIPT("unlabelled", "8bit", "raw", "");

    /** What is written. */
    record Letter(
            int number,
            String name,
            String subject,
            List<String> lines,
            String phone,
            Charset set,
            List<String> files) {}

    private static final Base64.Encoder LINES = Base64.getMimeEncoder();

    private final String body;
    private final String encoding;
    private final String header;
    private final String fields;

    MailProgram(String body, String encoding, String header, String fields) {
        this.body = body;
        this.encoding = encoding;
        this.header = header;
        this.fields = fields;
    }

    /** Whether it writes in the charset of its country. */
    boolean old() {
        return this == OUTLOOK_EXPRESS || this == THE_BAT || this == SCRIPT || this == OUTLOOK || this == YAHOO;
    }

    byte[] write(Letter letter) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, "Received: from phone.example by mx.client.example; Mon, 2 Mar 2026 09:31:00 +0100\r\n");
        text(out, "Return-Path: <m@client.example>\r\n" + fields + "From: ");
        phrase(out, letter, letter.name());
        text(out, " <m" + letter.number() + "@client.example>\r\nTo: beratung@obhut.example\r\nSubject: ");
        words(out, letter, letter.subject());
        text(
                out,
                "\r\nDate: Mon, 2 Mar 2026 09:30:00 +0100\r\nMessage-ID: <" + letter.number() + "." + this
                        + "@client.example>\r\n");
        if (!fields.contains("ime-Version")) {
            text(out, "MIME-Version: 1.0\r\n");
        }
        if (letter.files().isEmpty()) {
            body(out, letter);
        } else {
            text(
                    out,
                    "Content-Type: multipart/mixed;\r\n boundary=\"=_outer\"\r\n\r\nThis is a multi-part message.\r\n--=_outer\r\n");
            body(out, letter);
            letter.files().forEach(file -> file(out, file));
            text(out, "\r\n--=_outer--\r\n");
        }
        return out.toByteArray();
    }

    private void body(ByteArrayOutputStream out, Letter letter) {
        String signed = this == IPHONE ? "\n\n" + letter.phone() : "";
        String plain = String.join("\n\n", letter.lines()) + signed;
        String html = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset="
                + letter.set().name()
                + "\"></head><body dir=\"auto\"><div>"
                + String.join(
                        "</div><div><br></div><div>",
                        letter.lines().stream().map(MailProgram::escaped).toList())
                + (signed.isEmpty() ? "" : "<br><div dir=\"ltr\">" + escaped(letter.phone()) + "</div>")
                + "</div></body></html>";
        switch (body) {
            case "plain" -> part(out, letter, "text/plain", "", plain);
            case "flowed" -> part(out, letter, "text/plain", "; format=flowed", plain);
            case "unlabelled" -> {
                text(out, "\r\n");
                out.writeBytes(plain.replace("\n", "\r\n").getBytes(letter.set()));
            }
            case "html" -> part(out, letter, "text/html", "", entities(html));
            default -> {
                text(
                        out,
                        "Content-Type: multipart/alternative;\r\n\tboundary=\"--_com.client.email_1\"\r\n\r\n----_com.client.email_1\r\n");
                part(out, letter, "text/plain", "", plain);
                text(out, "\r\n----_com.client.email_1\r\n");
                part(out, letter, "text/html", "", html);
                text(out, "\r\n----_com.client.email_1--\r\n");
            }
        }
    }

    private void part(ByteArrayOutputStream out, Letter letter, String type, String more, String content) {
        text(
                out,
                "Content-Type: " + type + "; charset=\"" + label(letter.set()) + "\"" + more
                        + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n");
        byte[] bytes = content.replace("\n", "\r\n").getBytes(letter.set());
        switch (encoding) {
            case "base64" -> text(out, LINES.encodeToString(bytes));
            case "quoted-printable" -> text(out, quoted(bytes));
            default -> out.writeBytes(bytes);
        }
    }

    private static String label(Charset set) {
        return set.name().replace("x-", "").toLowerCase(Locale.ROOT);
    }

    private static void file(ByteArrayOutputStream out, String name) {
        String encoded =
                java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        text(
                out,
                "\r\n--=_outer\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-Disposition: attachment;\r\n filename*=utf-8''" + encoded + "\r\n\r\nSW5oYWx0\r\n");
    }

    private void phrase(ByteArrayOutputStream out, Letter letter, String name) {
        boolean special = name.contains(",") && !name.contains("\"") && header.equals("raw");
        if (special || name.startsWith("\"") || name.chars().allMatch(c -> c < 128)) {
            out.writeBytes((special ? '"' + name + '"' : name).getBytes(letter.set()));
        } else {
            words(out, letter, name);
        }
    }

    private void words(ByteArrayOutputStream out, Letter letter, String words) {
        if (header.equals("raw") || words.chars().allMatch(c -> c < 128)) {
            out.writeBytes(words.getBytes(letter.set()));
            return;
        }
        byte[] bytes = words.getBytes(letter.set());
        String encoded = header.equals("B") ? Base64.getEncoder().encodeToString(bytes) : q(bytes);
        text(out, "=?" + label(letter.set()) + "?" + header + "?" + encoded + "?=");
    }

    private static String q(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            boolean plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            out.append(plain ? String.valueOf((char) b) : b == ' ' ? "_" : "=%02X".formatted(b & 0xff));
        }
        return out.toString();
    }

    private static String quoted(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (byte b : bytes) {
            String next = b == '\r' || b == '\n' || b >= 32 && b < 127 && b != '='
                    ? String.valueOf((char) b)
                    : "=%02X".formatted(b & 0xff);
            if (column + next.length() > 75 && b != '\r' && b != '\n') {
                out.append("=\r\n");
                column = 0;
            }
            out.append(next);
            column = b == '\n' ? 0 : column + next.length();
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
    }

    /** All that is not ASCII as character references, as a page in 7 bits has it. */
    private static String entities(String html) {
        StringBuilder out = new StringBuilder();
        html.codePoints().forEach(c -> out.append(c < 128 ? Character.toString(c) : "&#" + c + ";"));
        return out.toString();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
