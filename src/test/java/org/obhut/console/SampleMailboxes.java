package org.obhut.console;

import org.jspecify.annotations.Nullable;
import org.obhut.mailbox.MailboxCheck;
import org.obhut.mailbox.MailboxState;
import org.obhut.mailbox.Mailboxes;
import org.obhut.mailbox.OnServer;

/** Invented mailboxes, and how they are. */
final class SampleMailboxes {

    private SampleMailboxes() {}

    private static MailboxState.Side side(String server, String state, @Nullable String error) {
        return new MailboxState.Side(
                server,
                "tls",
                "password",
                state,
                error,
                error == null ? null : Samples.NOW.minusSeconds(7200),
                Samples.NOW.minusSeconds(9000),
                error == null ? null : Samples.NOW.plusSeconds(60));
    }

    /** Its IMAP server shows an expired certificate, and two mails have become nothing. */
    static MailboxState failingMailbox() {
        return new MailboxState(
                "beratung@obhut.example",
                "Erstkontakt",
                side("imap.obhut.example:993", "failed", "certificate-expired"),
                side("smtp.obhut.example:465", "working", null),
                10,
                5,
                2,
                1,
                new OnServer(1, 2, 3),
                0,
                new MailboxCheck.Result(Samples.NOW, "certificate-expired", null, null),
                null);
    }

    /** Nobody has chosen yet what becomes of the mails that lay there. */
    static MailboxState waitingMailbox(long found) {
        return new MailboxState(
                "beratung@obhut.example",
                "Erstkontakt",
                side("imap.obhut.example:993", "waiting-for-choice", null),
                side("smtp.obhut.example:465", "unused", null),
                0,
                0,
                0,
                0,
                new OnServer(0, 0, 0),
                found,
                null,
                null);
    }

    /** One that works. */
    static MailboxState mailbox(String address, Mailboxes.@Nullable Acknowledged acknowledged) {
        return new MailboxState(
                address,
                "Erstkontakt",
                side("imap.obhut.example:993", "idle", null),
                side("smtp.obhut.example:465", "working", null),
                0,
                0,
                0,
                0,
                new OnServer(0, 0, 0),
                0,
                null,
                acknowledged);
    }
}
