package org.obhut.api;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.NewReply;
import org.obhut.ticket.SendingWish;
import org.obhut.ticket.Status;
import org.obhut.ticket.Writing;

/** The body of a reply. */
final class ReplyRequest {

    /** All files of a reply together; what most mail servers still take, after base64. */
    static final int MOST_MEBIBYTES = 25;

    private ReplyRequest() {}

    /** @throws BodyTooLarge where the files are larger than may be */
    static NewReply of(JsonFields body, @Nullable String idempotencyKey) {
        long version = body.number("version");
        @Nullable UUID answers = body.idOrNull("answers");
        Status then = body.optionalText("status")
                .map(name -> Names.value(Status.class, "status", name))
                .orElse(Status.WAITING);
        var wish = new SendingWish(
                body.moment("notBefore").orElse(null),
                body.optionalText("despite").orElse(""));
        Writing writing = writing(body);
        body.end();
        return new NewReply(writing, answers, then, version, wish, idempotencyKey);
    }

    /** {@code text}, {@code subject}, {@code quote}, {@code html} and {@code attachments}. */
    static Writing writing(JsonFields body) {
        List<AttachmentContent> files = files(body);
        String text =
                files.isEmpty() ? body.text("text") : body.optionalText("text").orElse("");
        return new Writing(body.textOrNull("subject"), text, body.flag("quote"), body.flag("html"), files);
    }

    static List<AttachmentContent> files(JsonFields body) {
        var files = new ArrayList<AttachmentContent>();
        long bytes = 0;
        for (JsonFields file : body.objects("attachments")) {
            var content = new AttachmentContent(file.text("name"), file.text("type"), decoded(file));
            file.end();
            files.add(content);
            bytes += content.bytes().length;
        }
        if (bytes > (long) MOST_MEBIBYTES << 20) {
            throw new BodyTooLarge();
        }
        return files;
    }

    private static byte[] decoded(JsonFields file) {
        try {
            return Base64.getDecoder()
                    .decode(file.optionalText("base64").orElseThrow(() -> file.invalid("base64", "required")));
        } catch (IllegalArgumentException e) {
            throw file.invalid("base64", "not-base64");
        }
    }
}
