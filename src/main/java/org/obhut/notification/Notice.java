package org.obhut.notification;

/** The words of the mails, the same for everybody and whatever happened. */
enum Notice {
    GERMAN(
            "Obhut",
            "Es wartet etwas in Obhut.",
            "Code für Obhut: %s\n\nEr gilt 30 Minuten. Wer ihn nicht angefordert hat, muss nichts tun."),
    ENGLISH(
            "Obhut",
            "Something is waiting in Obhut.",
            "Code for Obhut: %s\n\nIt holds for 30 minutes. Whoever did not ask for it need not do anything.");

    private final String subject;
    private final String waiting;
    private final String code;

    Notice(String subject, String waiting, String code) {
        this.subject = subject;
        this.waiting = waiting;
        this.code = code;
    }

    /** @param language BCP 47 tag of the person's language */
    static Notice in(String language) {
        return language.startsWith("en") ? ENGLISH : GERMAN;
    }

    String subject() {
        return subject;
    }

    String waiting() {
        return waiting;
    }

    String code(String code) {
        return String.format(java.util.Locale.ROOT, this.code, code);
    }
}
