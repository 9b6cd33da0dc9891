package org.obhut.outbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes out, case by case, each under the name of a file in {@code golden}. */
final class GoldenMails {

    private static final byte[] PDF = "%PDF-1.7 Merkblatt\n\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LIST = "Montag;9 Uhr\r\nFreitag;14 Uhr\r\n".getBytes(StandardCharsets.UTF_8);

    private GoldenMails() {}

    static Map<String, Replies> all() {
        var mails = new LinkedHashMap<String, Replies>();
        texts(mails);
        files(mails);
        choices(mails);
        return mails;
    }

    private static Replies answer() {
        return Replies.plain().answering("a2@client.example", "a1@client.example", "o1@obhut.example");
    }

    private static SenderIdentity phrase(String subject) {
        return new SenderIdentity(Replies.MAILBOX, "Beratung", subject, false, false, false);
    }

    private static void texts(Map<String, Replies> mails) {
        mails.put("ascii", answer());
        mails.put(
                "umlauts",
                answer().text(
                                "Schönen guten Tag,\n\nfür die Anmeldung genügt der Pass. Größere Gebühren gibt es nicht.\n"));
        mails.put(
                "cyrillic",
                answer().from(phrase("Вашето съобщение"))
                        .text(
                                "Добър ден,\n\nза регистрацията е достатъчен паспорт. Елате в понеделник в девет часа.\n"));
        mails.put(
                "thai",
                answer().text("สวัสดีค่ะ\n\nมาพบเราได้ในวันจันทร์เวลาเก้าโมงเช้า ไม่ต้องนำเอกสารใด ๆ มาด้วย\n"));
        mails.put("arabic", answer().text("مرحبا،\n\nيمكنك الحضور يوم الاثنين في الساعة 9 صباحا (Köln).\n"));
        mails.put("emoji", answer().text("Bis Montag 👋🏽\n\nWir freuen uns 👩‍👧 🏳️‍🌈\n"));
        mails.put(
                "long-lines",
                answer().text("Absatz ohne Umbruch ".repeat(60).strip() + "\n" + "x".repeat(1200) + "\n"));
        mails.put("dots-and-from", answer().text(".\n..\n.am Anfang\nFrom der Bahn\nfrom klein\n=20\n \n--\nEnde \n"));
    }

    private static void files(Map<String, Replies> mails) {
        mails.put("only-a-file", answer().text("").file("Merkblatt.pdf", "application/pdf", PDF));
        mails.put(
                "cyrillic-file-name",
                answer().text("Im Anhang.\n")
                        .file("Списък на консултантските центрове 2026.pdf", "application/pdf", PDF));
        mails.put(
                "several-files",
                answer().text("Drei Dateien.\n")
                        .file("Merkblatt.pdf", "application/pdf", PDF)
                        .file("Öffnungszeiten.csv", "text/csv; charset=utf-8", LIST)
                        .file("weitergeleitet.eml", "message/rfc822", "Subject: x\r\n\r\ny\r\n".getBytes()));
    }

    private static void choices(Map<String, Replies> mails) {
        String marked = "Guten Tag,\n\n*wichtig*: bitte mitbringen\n- Pass\n- zwei Fotos\n\n"
                + "Mehr unter https://beratung.obhut.example/wege?a=1&b=2 oder bei team@obhut.example.\n";
        mails.put("html", answer().text(marked).html());
        mails.put(
                "html-arabic-with-file", answer().text("مرحبا\n").html().file("Merkblatt.pdf", "application/pdf", PDF));
        mails.put("quote", answer().text("Ja, das geht.\n\n> Geht es auch\n> am Freitag?\n"));
        mails.put(
                "html-quote",
                answer().text("Ja, das geht.\n\n> Geht es auch\n> > früher?\n").html());
        mails.put(
                "sub-address",
                answer().from(new SenderIdentity(Replies.MAILBOX, "Beratung", "Ihre Nachricht", true, false, false)));
        mails.put(
                "subject-token",
                answer().from(new SenderIdentity(Replies.MAILBOX, null, "Mesajul dumneavoastră", false, true, false)));
        mails.put("new-conversation", Replies.plain().text("Guten Tag,\n\nwie am Telefon besprochen.\n"));
        mails.put(
                "forward",
                Replies.plain()
                        .to("team@fachstelle.example")
                        .subject("Weitergeleitete Anfrage")
                        .text("Liebe Kolleg:innen,\n\nkönnt ihr übernehmen?\n\n> Wo finde ich eine Wohnung?\n"));
        mails.put("international-address", answer().to("мира@бюро.example"));
        mails.put("automatic", answer().text("Die Nachricht ist da.\n").byItself());
    }
}
