package org.obhut.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.CodeList;
import org.obhut.outbox.SendingTerms;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.MailDraft;

/**
 * The form for a mail to somebody new.
 *
 * @param mailboxes by which the caller can send, in the form's language
 * @param assign whether the writer is to be responsible
 * @param kept whether an unsent mail was kept from before
 * @param wrong what was refused, null where nothing was
 */
public record MailPage(
        CodeList languages,
        List<SendingTerms> mailboxes,
        MailDraft mail,
        boolean assign,
        boolean kept,
        @Nullable InvalidInput wrong) {

    public boolean isWrong(String field) {
        return wrong != null && field.equals(wrong.field());
    }

    /** The mailbox that is chosen, else the first; null where there is none. */
    public @Nullable SendingTerms chosen() {
        return mailboxes.stream()
                .filter(terms -> terms.mailbox().equals(mail.mailbox()))
                .findFirst()
                .orElse(mailboxes.isEmpty() ? null : mailboxes.get(0));
    }

    public int attachmentBytes() {
        SendingTerms terms = chosen();
        return terms == null ? 0 : terms.attachmentBytes();
    }
}
