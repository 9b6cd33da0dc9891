package org.obhut.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Client mails for tests; each method answers a mail that differs in one thing. */
record Mails(ClientMessage mail) {

    static final Instant SENT = Instant.parse("2026-03-02T11:58:13Z");
    static final Address ROSA = new Address("Rosa", "rosa@client.example");

    static Mails from(Address from) {
        return new Mails(new ClientMessage(
                "Frage zur Anmeldung",
                from,
                null,
                SENT,
                "Guten Tag, welche Unterlagen brauche ich?",
                "Guten Tag, welche Unterlagen brauche ich?",
                null,
                "de",
                MailKind.PERSONAL,
                null,
                null,
                null,
                List.of(),
                List.of()));
    }

    static Mails rosa() {
        return from(ROSA);
    }

    private Mails with(String text, @Nullable Address replyTo, @Nullable String html, MailKind kind) {
        return new Mails(new ClientMessage(
                mail.subject(),
                mail.from(),
                replyTo,
                mail.at(),
                text,
                text,
                html,
                mail.language(),
                kind,
                mail.form(),
                mail.messageId(),
                mail.protection(),
                mail.appointments(),
                mail.attachments()));
    }

    Mails text(String text) {
        return with(text, mail.replyTo(), mail.html(), mail.kind());
    }

    Mails replyTo(String address) {
        return with(mail.text(), new Address(null, address), mail.html(), mail.kind());
    }

    Mails html(String html) {
        return with(mail.text(), mail.replyTo(), html, mail.kind());
    }

    Mails kind(MailKind kind) {
        return with(mail.text(), mail.replyTo(), mail.html(), kind);
    }

    Mails autoReply() {
        return kind(MailKind.AUTOMATIC_REPLY);
    }

    Mails deliveryReport() {
        return kind(MailKind.DELIVERY_FAILURE);
    }

    Mails by(WebForm form) {
        return new Mails(new ClientMessage(
                mail.subject(),
                mail.from(),
                mail.replyTo(),
                mail.at(),
                mail.text(),
                mail.newText(),
                mail.html(),
                mail.language(),
                mail.kind(),
                form,
                mail.messageId(),
                mail.protection(),
                mail.appointments(),
                mail.attachments()));
    }

    Mails language(String tag) {
        return new Mails(new ClientMessage(
                mail.subject(),
                mail.from(),
                mail.replyTo(),
                mail.at(),
                mail.text(),
                mail.newText(),
                mail.html(),
                tag,
                mail.kind(),
                mail.form(),
                mail.messageId(),
                mail.protection(),
                mail.appointments(),
                mail.attachments()));
    }

    Mails id(String messageId) {
        return new Mails(new ClientMessage(
                mail.subject(),
                mail.from(),
                mail.replyTo(),
                mail.at(),
                mail.text(),
                mail.newText(),
                mail.html(),
                mail.language(),
                mail.kind(),
                mail.form(),
                messageId,
                mail.protection(),
                mail.appointments(),
                mail.attachments()));
    }

    Mails protectedBy(Protection protection, Appointment appointment) {
        return new Mails(new ClientMessage(
                mail.subject(),
                mail.from(),
                mail.replyTo(),
                mail.at(),
                mail.text(),
                mail.newText(),
                mail.html(),
                mail.language(),
                mail.kind(),
                mail.form(),
                mail.messageId(),
                protection,
                List.of(appointment),
                mail.attachments()));
    }

    Mails file(String name, String type, byte[] bytes) {
        return file(new AttachmentContent(name, type, bytes));
    }

    Mails file(AttachmentContent file) {
        return new Mails(new ClientMessage(
                mail.subject(),
                mail.from(),
                mail.replyTo(),
                mail.at(),
                mail.text(),
                mail.newText(),
                mail.html(),
                mail.language(),
                mail.kind(),
                mail.form(),
                mail.messageId(),
                mail.protection(),
                mail.appointments(),
                List.of(file)));
    }
}
