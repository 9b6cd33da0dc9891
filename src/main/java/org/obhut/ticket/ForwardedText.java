package org.obhut.ticket;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.TimelineEntry.Direction;

/**
 * Messages of a ticket as a forward shows them: whose words they are and when they were written, without a name or an
 * address of the client's unless these are wanted.
 */
final class ForwardedText {

    private final boolean german;
    private final DateTimeFormatter time;

    private ForwardedText(String language) {
        this.german = !language.startsWith("en");
        this.time = german
                ? DateTimeFormatter.ofPattern("d. MMMM yyyy, HH:mm 'Uhr'", Locale.GERMAN)
                : DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);
    }

    /**
     * The messages in their order, each behind {@code >}.
     *
     * @param language of the words between them: German unless it is {@code en}
     * @param client the client's address, null where it is not to be shown
     */
    static String of(List<ItemBody> messages, String language, @Nullable String client) {
        return new ForwardedText(language).text(messages, client);
    }

    private String text(List<ItemBody> messages, @Nullable String client) {
        var text = new StringBuilder();
        if (client != null) {
            text.append(german ? "Adresse der Klient:in: " : "The client's address: ")
                    .append(client)
                    .append("\n\n");
        }
        for (ItemBody message : messages) {
            text.append(text.isEmpty() || text.toString().endsWith("\n\n") ? "" : "\n");
            text.append(heading(message)).append('\n').append(Quotation.of(words(message)));
        }
        return text.toString();
    }

    private String heading(ItemBody message) {
        String at = time.format(ZonedDateTime.ofInstant(message.at(), Deadlines.ZONE));
        boolean ours = message.direction() == Direction.OUT;
        if (german) {
            return (ours ? "Unsere Antwort vom " : "Nachricht vom ") + at + ':';
        }
        return (ours ? "Our answer of " : "Message of ") + at + ':';
    }

    private static String words(ItemBody message) {
        Correspondence mail = message.mail();
        return (mail == null || mail.newText().isBlank() ? message.text() : mail.newText()).strip();
    }
}
