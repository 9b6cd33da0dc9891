package org.obhut.console;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.Draft;
import org.obhut.ticket.DraftOrigin;
import org.obhut.ticket.NewReply;
import org.obhut.ticket.SendingWish;
import org.obhut.ticket.Status;
import org.obhut.ticket.Writing;

/**
 * A reply as its form brought it.
 *
 * @param draft what was written and chosen
 * @param origin which draft the writer saw, and in which window
 * @param kept files of that draft that are to go along
 * @param then where the ticket is to stand once it is sent
 * @param despite why the client is written to though the ticket says not to, empty where it does not say so
 * @param version of the ticket that the writer saw
 * @param seen how many entries it had then
 * @param key makes a second post the same as the first
 */
record ReplyForm(
        Draft draft,
        DraftOrigin origin,
        List<UUID> kept,
        Status then,
        String despite,
        List<AttachmentContent> files,
        long version,
        int seen,
        String key) {

    /** @throws StaleForm where it does not carry this session's token */
    static ReplyForm of(List<EntityPart> parts, Frame.FormToken token) throws IOException {
        FilledForm form = FilledForm.of(parts, token);
        var draft = new Draft(
                form.value("text"),
                form.value("subject"),
                form.ticked("quote"),
                form.ticked("html"),
                form.value("day"),
                form.value("time"),
                form.value("note"),
                form.idOrNull("answers"));
        return new ReplyForm(
                draft,
                origin(form),
                form.ids("kept"),
                then(form.value("then")),
                form.value("despite"),
                form.files(),
                form.number("version"),
                form.fields().containsKey("seen") ? Math.toIntExact(form.number("seen")) : 0,
                form.value("key"));
    }

    private static DraftOrigin origin(FilledForm form) {
        long sequence = form.value("sequence").isEmpty() ? 0 : form.number("sequence");
        return new DraftOrigin(form.idOrNull("base"), form.value("window"), sequence);
    }

    /** As the button says; the plain one says nothing. */
    private static Status then(String word) {
        return word.isEmpty() ? Status.WAITING : BackToTicket.named(Status.class, word);
    }

    /** @throws org.obhut.platform.InvalidInput where the time to send it is none */
    NewReply reply() {
        var writing =
                new Writing(draft.subject(), draft.text(), Boolean.TRUE.equals(draft.quote()), draft.html(), files);
        var wish = new SendingWish(draft.notBefore(), despite);
        return new NewReply(writing, draft.answers(), then, version, wish, key);
    }
}
