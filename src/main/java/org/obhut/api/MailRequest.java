package org.obhut.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.NewConversation;
import org.obhut.ticket.Writing;

/** The body of a mail that begins a conversation, and the fields that all mails have. */
final class MailRequest {

    private MailRequest() {}

    /** {@code subject} is what the desk shows, {@code mailSubject} what stands in the mail in place of the neutral phrase. */
    static NewConversation of(JsonFields body, @Nullable String idempotencyKey) {
        List<AttachmentContent> files = ReplyRequest.files(body);
        String text =
                files.isEmpty() ? body.text("text") : body.optionalText("text").orElse("");
        var conversation = new NewConversation(
                body.text("to"),
                body.optionalText("mailbox"),
                body.optionalText("language").orElse("und"),
                body.optionalText("subject").orElse(""),
                new Writing(body.textOrNull("mailSubject"), text, false, body.flag("html"), files),
                body.optionalText("assignee"),
                idempotencyKey);
        body.end();
        return conversation;
    }

    /** @param quotes whether the field {@code quote} is known */
    static Writing writing(JsonFields body, boolean quotes) {
        List<AttachmentContent> files = ReplyRequest.files(body);
        String text = body.optionalText("text").orElse("");
        return new Writing(body.textOrNull("subject"), text, quotes && body.flag("quote"), body.flag("html"), files);
    }
}
