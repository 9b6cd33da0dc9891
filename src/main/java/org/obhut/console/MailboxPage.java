package org.obhut.console;

import java.util.List;
import java.util.Set;
import org.obhut.mailbox.Mailboxes;

/** The mailboxes and how they are; nothing of what lies in them. */
public record MailboxPage(List<Mailboxes.State> mailboxes) {

    private static final Set<String> WELL = Set.of("idle", "polling");

    public static boolean well(Mailboxes.State mailbox) {
        return mailbox.error() == null && WELL.contains(mailbox.state());
    }

    public static boolean asks(Mailboxes.State mailbox) {
        return mailbox.state().equals("waiting-for-choice");
    }

    public static String icon(Mailboxes.State mailbox) {
        if (mailbox.error() != null || mailbox.state().equals("failed")) {
            return "octagon-alert";
        }
        return well(mailbox) ? "circle-check" : "clock";
    }

    public static String level(Mailboxes.State mailbox) {
        if (mailbox.error() != null || mailbox.state().equals("failed")) {
            return "late";
        }
        return well(mailbox) ? "ok" : "soon";
    }
}
