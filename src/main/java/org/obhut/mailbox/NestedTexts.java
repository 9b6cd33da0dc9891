package org.obhut.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obhut.mime.BodyParts;
import org.obhut.mime.HeaderFields;
import org.obhut.mime.MimeEntity;

/**
 * The texts of messages that a mail brings with it (message/rfc822, multipart/digest), each below its most telling fields, so
 * that they can be read without another program. What a delivery report returns is left out: it is our own.
 */
final class NestedTexts {

    private static final List<String> FIELDS = List.of("From", "Date", "Subject");

    private NestedTexts() {}

    /** Empty where there is none. Of a mail that is nothing but another one, the messages within that one. */
    static String of(MimeEntity mail) {
        return mail.message() ? of(mail.children().get(0)) : below(mail).collect(Collectors.joining("\n\n"));
    }

    private static Stream<String> below(MimeEntity part) {
        if (part.is("multipart/report")) {
            return Stream.empty();
        }
        return part.children().stream()
                .flatMap(child ->
                        child.message() ? Stream.of(message(child.children().get(0))) : below(child));
    }

    private static String message(MimeEntity message) {
        HeaderFields headers = message.headers();
        String fields = FIELDS.stream()
                .filter(name -> headers.first(name.toLowerCase(Locale.ROOT)).isPresent())
                .map(name -> name + ": " + MailParser.oneLine(headers.decoded(name.toLowerCase(Locale.ROOT))))
                .collect(Collectors.joining("\n"));
        String nested = of(message);
        return fields + "\n\n" + BodyText.readable(BodyParts.of(message)).text()
                + (nested.isEmpty() ? "" : "\n\n" + nested);
    }
}
