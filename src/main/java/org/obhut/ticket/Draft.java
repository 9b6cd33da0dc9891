package org.obhut.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's unsent text in a ticket, with what was chosen for it. Its files are chosen when it is sent.
 *
 * @param subject of one's own, empty for the neutral phrase
 * @param quote whether the answered mail is to be quoted; null where nobody has chosen
 * @param answers the message whose sender is to get it, null for the client
 */
public record Draft(
        String text,
        String subject,
        @Nullable Boolean quote,
        boolean html,
        @Nullable UUID answers) {

    public static final Draft NONE = new Draft("", "", null, false, null);

    public static Draft of(String text) {
        return new Draft(text, "", null, false, null);
    }

    /** Whether there is nothing in it to keep. */
    public boolean isEmpty() {
        return text.isBlank() && subject.isBlank();
    }

    byte[] bytes() {
        return ClearWriter.begin()
                .put("text", text)
                .put("subject", subject)
                .put("quote", (Object) quote)
                .put("html", html)
                .put("answers", answers)
                .bytes();
    }

    static Draft of(byte[] bytes) {
        ClearReader from = ClearReader.of(bytes);
        String quote = from.textOrNull("quote");
        return new Draft(
                from.text("text"),
                from.text("subject"),
                quote == null ? null : Boolean.valueOf(quote),
                from.flag("html"),
                from.idOrNull("answers"));
    }
}
