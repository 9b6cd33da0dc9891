package org.obhut.console;

import java.util.List;
import java.util.Set;
import org.obhut.mailbox.MailboxCheck;
import org.obhut.mailbox.MailboxState;
import org.obhut.mailbox.OnServer;

/** The mailboxes and how they are; nothing of what lies in them. @param added addresses of those that can be changed here */
public record MailboxPage(List<MailboxState> mailboxes, Set<String> added) {

    private static final Set<String> WELL = Set.of("idle", "polling", "working");

    public static boolean asks(MailboxState mailbox) {
        return mailbox.receiving().state().equals("waiting-for-choice");
    }

    public static String icon(MailboxState.Side side) {
        return switch (level(side)) {
            case "late" -> "octagon-alert";
            case "ok" -> "circle-check";
            case "off" -> "minus";
            default -> side.error() == null ? "clock" : "circle-alert";
        };
    }

    /** Ending of the CSS class: a side that works but warns is not yet {@code late}. */
    public static String level(MailboxState.Side side) {
        if (side.state().equals("failed")) {
            return "late";
        }
        if (side.state().equals("not-set") || side.state().equals("unused")) {
            return "off";
        }
        return side.error() == null && WELL.contains(side.state()) ? "ok" : "soon";
    }

    /** What is wrong and what to do about it. */
    public static String explained(Frame frame, String error) {
        String key = "mailbox.error." + error;
        return frame.texts().has(key) ? frame.t(key) : frame.t("mailbox.error.other", error);
    }

    /** Since when, and when it is tried again. */
    public static String since(Frame frame, MailboxState.Side side) {
        String since = side.since() == null
                ? ""
                : frame.t("mailbox.since", frame.moments().at(side.since()));
        String next = side.next() == null
                ? ""
                : ' ' + frame.t("mailbox.next", frame.moments().clock(side.next()));
        return (since + next).strip();
    }

    /** Where it is, how the way there is protected, and how one signs in. */
    public static String server(Frame frame, MailboxState.Side side) {
        return side.server() + " · " + frame.t("mailbox.security." + side.security()) + " · "
                + frame.t("mailbox.sign-in." + side.signIn());
    }

    public static boolean well(MailboxCheck.Result check) {
        return check.team() == null
                && check.receiving() == null
                && (check.sending() == null || check.sending().equals("not-set"));
    }

    public static boolean holds(OnServer left) {
        return left.waiting() + left.kept() + left.untouched() > 0;
    }
}
