package org.obhut.console;

import java.util.List;

/** The form of a mailbox. @param wrong the field that was refused, empty where none was */
public record MailboxSetUpPage(MailboxForm form, String wrong, String reason) {

    public static final List<String> SIDES = List.of("imap", "smtp");
    public static final List<String> SECURITIES = List.of("tls", "starttls", "none");

    public boolean isWrong(String field) {
        return field.equals(wrong);
    }
}
