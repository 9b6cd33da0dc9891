package org.obhut.mailbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.EncodedWords;
import org.obhut.ticket.Address;

/**
 * The addresses of a From, To or Reply-To as they really come (RFC 5322 sections 3.4 and 4.4): groups are opened, comments
 * serve as names, source routes are dropped, encoded words are decoded even within quotes. What has no {@code @} is passed over.
 * Names are one line; neither they nor addresses have control characters.
 */
final class AddressList {

    private final String raw;
    private final List<Address> found = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private @Nullable String angle;
    private int at;

    private AddressList(String raw) {
        this.raw = raw;
    }

    static List<Address> read(String raw) {
        AddressList list = new AddressList(raw);
        list.scan();
        return List.copyOf(list.found);
    }

    private void scan() {
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',', ';' -> take();
                case ':' -> {
                    // A group's name; a colon within an address is none.
                    if (angle == null && phrase.indexOf("@") < 0) {
                        phrase.setLength(0);
                    } else {
                        phrase.append(c);
                    }
                }
                default -> phrase.append(c);
            }
        }
        take();
    }

    private void quoted() {
        int start = phrase.length();
        while (at < raw.length() && raw.charAt(at) != '"') {
            if (raw.charAt(at) == '\\' && at + 1 < raw.length()) {
                at++;
            }
            phrase.append(raw.charAt(at++));
        }
        at++;
        // A quoted local part keeps its quotes (RFC 5321 section 4.1.2), a quoted name loses them.
        if (at < raw.length() && raw.charAt(at) == '@') {
            phrase.insert(start, '"').append('"');
        }
    }

    private void comment() {
        int depth = 1;
        StringBuilder text = new StringBuilder();
        while (at < raw.length() && depth > 0) {
            char c = raw.charAt(at++);
            if (c == '\\' && at < raw.length()) {
                text.append(raw.charAt(at++));
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                text.append(c);
            }
        }
        comment.append(comment.isEmpty() ? "" : " ").append(text);
    }

    private void angle() {
        int start = at;
        boolean quote = false;
        while (at < raw.length() && (quote || raw.charAt(at) != '>')) {
            if (raw.charAt(at) == '"') {
                quote = !quote;
            }
            at++;
        }
        String text = raw.substring(start, Math.min(at, raw.length()));
        at++;
        int route = text.startsWith("@") ? text.indexOf(':') : -1;
        angle = text.substring(route + 1);
    }

    private void take() {
        String name = phrase.toString();
        String address = angle;
        if (address == null) {
            String text = name.strip();
            String word = lastWord(text);
            address = word.contains("@") ? word : "";
            // Where blanks stood within the address, what is before it is not looked for: nobody writes both.
            name = text.endsWith(address) ? text.substring(0, text.length() - address.length()) : "";
        }
        address = address.replaceAll("[\\s\\p{Cc}<>]", "").replaceFirst("(?i)^mailto:", "");
        if (address.indexOf('@') > 0) {
            String display = MailParser.oneLine(EncodedWords.decode(name));
            if (display.isEmpty()) {
                display = MailParser.oneLine(EncodedWords.decode(comment.toString()));
            }
            found.add(new Address(display.isEmpty() ? null : display, address));
        }
        phrase.setLength(0);
        comment.setLength(0);
        angle = null;
    }

    /** The address of an entry without angle brackets: blanks around its {@code @} and dots are let pass (RFC 5322 section 4.4). */
    private static String lastWord(String text) {
        String joined = text.replaceAll("\\s+", " ").replaceAll(" ?([@.]) ?(?=\\S)", "$1");
        return joined.substring(joined.lastIndexOf(' ') + 1);
    }
}
