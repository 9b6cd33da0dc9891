package org.obhut.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.MailDraft;
import org.obhut.ticket.WritingDesk;

/** Puts together the form for a mail to somebody new. */
@ApplicationScoped
public class MailPages {

    private final WritingDesk desk;
    private final CodeLists lists;

    @Inject
    public MailPages(WritingDesk desk, CodeLists lists) {
        this.desk = desk;
        this.lists = lists;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MailPages() {
        this(null, null);
    }

    /** The caller's unsent mail, or an empty form. */
    MailPage of(Caller caller) {
        Optional<MailDraft> kept = desk.draft(caller);
        return page(caller, kept.orElse(MailDraft.NONE), true, kept.isPresent(), null);
    }

    MailPage refused(Caller caller, MailDraft mail, boolean assign, InvalidInput wrong) {
        return page(caller, mail, assign, false, wrong);
    }

    private MailPage page(Caller caller, MailDraft mail, boolean assign, boolean kept, @Nullable InvalidInput wrong) {
        String language = mail.language().isEmpty() ? "de" : mail.language();
        return new MailPage(
                lists.list(CodeLists.Name.LANGUAGE), desk.mailboxes(caller, language), mail, assign, kept, wrong);
    }
}
