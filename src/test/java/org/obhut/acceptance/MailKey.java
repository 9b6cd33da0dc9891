package org.obhut.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By what two files are the same mail: five header fields and the body where there is a Message-ID, else all bytes. */
final class MailKey {

    private static final List<String> FIELDS = List.of("from", "to", "date", "subject", "message-id");

    private MailKey() {}

    static String of(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        int end = text.indexOf("\n\n");
        String header = '\n' + (end < 0 ? text : text.substring(0, end)).replaceAll("\n[ \t]+", " ");
        var key = new StringBuilder();
        for (String field : FIELDS) {
            Matcher match = Pattern.compile("\n" + field + "[ \t]*:([^\n]*)", Pattern.CASE_INSENSITIVE)
                    .matcher(header);
            boolean there = match.find();
            if (!there && field.equals("message-id")) {
                return text;
            }
            key.append(there ? match.group(1).strip() : "").append('\n');
        }
        return key.append(end < 0 ? "" : text.substring(end)).toString();
    }
}
