package org.obhut.console;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.util.List;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.Draft;
import org.obhut.ticket.NewReply;
import org.obhut.ticket.Writing;

/**
 * A reply as its form brought it.
 *
 * @param draft what was written and chosen
 * @param version of the ticket that the writer saw
 * @param seen how many entries it had then
 * @param key makes a second post the same as the first
 */
record ReplyForm(Draft draft, List<AttachmentContent> files, long version, int seen, String key) {

    /** @throws StaleForm where it does not carry this session's token */
    static ReplyForm of(List<EntityPart> parts, Frame.FormToken token) throws IOException {
        FilledForm form = FilledForm.of(parts, token);
        var draft = new Draft(
                form.value("text"),
                form.value("subject"),
                form.ticked("quote"),
                form.ticked("html"),
                form.idOrNull("answers"));
        return new ReplyForm(
                draft,
                form.files(),
                form.number("version"),
                form.fields().containsKey("seen") ? Math.toIntExact(form.number("seen")) : 0,
                form.value("key"));
    }

    NewReply reply() {
        var writing =
                new Writing(draft.subject(), draft.text(), Boolean.TRUE.equals(draft.quote()), draft.html(), files);
        return new NewReply(writing, draft.answers(), version, key);
    }
}
