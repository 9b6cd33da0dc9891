package org.obhut.console;

import java.util.List;
import java.util.Set;
import org.obhut.mailbox.Mailboxes;

/** The mailboxes and how they are; nothing of what lies in them. */
public record MailboxPage(List<Mailboxes.State> mailboxes) {

    private static final Set<String> WELL = Set.of("idle", "polling");

    public static boolean asks(Mailboxes.State mailbox) {
        return mailbox.state().equals("waiting-for-choice");
    }

    public static String icon(Mailboxes.State mailbox) {
        return switch (level(mailbox)) {
            case "late" -> "octagon-alert";
            case "ok" -> "circle-check";
            default -> mailbox.error() == null ? "clock" : "circle-alert";
        };
    }

    /** Ending of the CSS class: a mailbox that works but warns is not yet {@code late}. */
    public static String level(Mailboxes.State mailbox) {
        if (mailbox.state().equals("failed")) {
            return "late";
        }
        return mailbox.error() == null && WELL.contains(mailbox.state()) ? "ok" : "soon";
    }
}
