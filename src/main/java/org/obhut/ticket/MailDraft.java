package org.obhut.ticket;

/**
 * A mail to somebody new that is not sent yet, as it was typed; any of it may be empty. Its files are chosen when it is sent.
 *
 * @param title what the desk would show
 * @param subject of one's own, empty for the neutral phrase
 */
public record MailDraft(
        String to, String mailbox, String language, String title, String subject, String text, boolean html) {

    public static final MailDraft NONE = new MailDraft("", "", "", "", "", "", false);

    private static final int LONGEST_FIELD = 1_000;

    /** Whether there is nothing in it to keep. */
    public boolean isEmpty() {
        return to.isBlank() && title.isBlank() && subject.isBlank() && text.isBlank();
    }

    /** @throws org.obhut.platform.InvalidInput naming the field that is too long */
    MailDraft checked() {
        for (String field : new String[] {to, mailbox, language, title, subject}) {
            if (field.length() > LONGEST_FIELD) {
                throw new org.obhut.platform.InvalidInput("to", "too-long");
            }
        }
        Texts.checkedLength("text", text);
        return this;
    }

    byte[] bytes() {
        return ClearWriter.begin()
                .put("to", to)
                .put("mailbox", mailbox)
                .put("language", language)
                .put("title", title)
                .put("subject", subject)
                .put("text", text)
                .put("html", html)
                .bytes();
    }

    static MailDraft of(byte[] bytes) {
        ClearReader from = ClearReader.of(bytes);
        return new MailDraft(
                from.text("to"),
                from.text("mailbox"),
                from.text("language"),
                from.text("title"),
                from.text("subject"),
                from.text("text"),
                from.flag("html"));
    }
}
