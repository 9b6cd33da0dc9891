package org.obhut.console;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.SendingTerms;
import org.obhut.ticket.Address;
import org.obhut.ticket.Approval;
import org.obhut.ticket.Channel;
import org.obhut.ticket.ContactHours;
import org.obhut.ticket.KeptDraft;
import org.obhut.ticket.Light;
import org.obhut.ticket.Particulars;
import org.obhut.ticket.SafeContact;
import org.obhut.ticket.Sharing;
import org.obhut.ticket.Staffing;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketReader;
import org.obhut.ticket.TicketReader.Ground;
import org.obhut.ticket.TicketRow;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;
import org.obhut.ticket.Urgency;

/** Invented tickets, whole and as lines of a folder. */
final class SampleTickets {

    private SampleTickets() {}

    static List<TicketRow> rows() {
        return List.of(
                row(1, "Въпрос за здравна осигуровка", Channel.MAIL, Status.OPEN, null, "bg", true, -3),
                row(2, "Anmeldung: Welche Unterlagen brauche ich?", Channel.MAIL, Status.OPEN, "anna", "de", false, 5),
                row(3, "Întrebare despre plata impozitului", Channel.MAIL, Status.OPEN, "bela", "ro", true, 20),
                row(4, "Rückruf erbeten: Wohnung gekündigt", Channel.PHONE, Status.OPEN, "anna", "de", false, 50),
                row(5, "Do I need a permit to work in Köln?", Channel.MAIL, Status.WAITING, "leyla", "en", false, 60),
                row(6, "", Channel.MAIL, Status.OPEN, null, "und", false, 70));
    }

    static TicketRow row(
            int number,
            String subject,
            Channel channel,
            Status status,
            @Nullable String assignee,
            String language,
            boolean unread,
            int dueIn) {
        return new TicketRow(
                id(number),
                subject,
                channel == Channel.MAIL ? new Address("M.", "m@client.example") : null,
                channel,
                status,
                assignee,
                Staffing.NONE,
                "Erstkontakt",
                language,
                number == 1,
                false,
                unread,
                4,
                Samples.NOW.minus(Duration.ofHours(number * 7L)),
                status == Status.OPEN ? Samples.NOW.plus(Duration.ofHours(dueIn)) : null,
                light(status, dueIn),
                LocalDate.of(2027, 2, 8 + number),
                7);
    }

    private static Light light(Status status, int dueIn) {
        if (status != Status.OPEN) {
            return Light.NONE;
        }
        if (dueIn < 0) {
            return Light.RED;
        }
        return dueIn <= 24 ? Light.YELLOW : Light.GREEN;
    }

    static UUID id(int number) {
        return UUID.fromString("%08x-1111-4111-8111-111111111111".formatted(0x2c4f0000 + number * 0x01010101));
    }

    static TicketView mail() {
        var client = new Address("M.", "m@client.example");
        return view(
                rows().get(1),
                client,
                "",
                List.of(
                        new SampleEntry(10, Kind.MESSAGE, Direction.IN, -37)
                                .from(client)
                                .text(
                                        "Guten Abend,\n\nich möchte mich nächste Woche in Köln anmelden und bin unsicher, was ich"
                                                + " mitbringen muss. Reicht mein Reisepass oder brauche ich auch eine"
                                                + " Meldebescheinigung?\n\nBitte nichts per Post schicken.")
                                .file("Schreiben_Amt.pdf", 184_000)
                                .made(),
                        event(11, -25, "assigned", "anna", "anna"),
                        new SampleEntry(12, Kind.NOTE, Direction.OUT, -25)
                                .by("leyla")
                                .text(
                                        "Wohnt nicht unter eigener Adresse. Vor der Antwort klären, ob eine Zustelladresse in"
                                                + " der Beratungsstelle möglich ist.")
                                .made(),
                        new SampleEntry(13, Kind.MESSAGE, Direction.OUT, -23)
                                .by("anna")
                                .text(
                                        "Guten Tag,\n\nfür die Anmeldung genügt ein gültiger Reisepass oder Personalausweis,"
                                                + " dazu zwei Fotos und der Nachweis über die gesundheitliche Beratung. Per Post"
                                                + " wird nichts verschickt.")
                                .delivery(DeliveryStatus.SENT)
                                .made(),
                        quoting(14),
                        new SampleEntry(15, Kind.MESSAGE, Direction.OUT, 0)
                                .by("anna")
                                .text("Einen Termin gibt es am Donnerstag ab 13 Uhr.")
                                .delivery(DeliveryStatus.HELD)
                                .made()));
    }

    static TicketView phone() {
        var call = new SampleEntry(20, Kind.CALL, Direction.IN, -3)
                .by("anna")
                .text("Wohnung gekündigt, Frist läuft Ende Februar. Rückruf nach 18 Uhr.")
                .attributes(Map.of("who", "sex-worker", "topics", "housing,benefits"))
                .made();
        return view(
                rows().get(3), null, "0151 000000", List.of(call, event(21, -2, "follow-up", "anna", "2027-01-15")));
    }

    static TicketView view(TicketRow row, @Nullable Address client, String callback, List<TimelineEntry> timeline) {
        return new TicketView(
                row,
                Particulars.NONE,
                client,
                client,
                false,
                List.of(),
                client == null ? null : terms("Ihre Nachricht"),
                List.of("beratung@obhut.example"),
                callback.isEmpty() ? null : callback,
                callback.isEmpty() ? null : "zebra mango piano tulipan",
                LocalDate.of(2027, 1, 15),
                null,
                List.of(),
                KeptDraft.NONE,
                Approval.NONE,
                List.of("anna", "bela", "leyla"),
                sharing(),
                null,
                false,
                timeline);
    }

    /** The same ticket, whose address was only given in a form. */
    static TicketView unconfirmed(TicketView view) {
        return new TicketView(
                view.row(),
                view.particulars(),
                view.client(),
                view.replyTo(),
                true,
                view.replaced(),
                view.terms(),
                view.mailboxes(),
                view.callback(),
                view.spoken(),
                view.followUp(),
                view.mayBelongTo(),
                view.links(),
                view.draft(),
                view.approval(),
                view.assignable(),
                view.sharing(),
                view.erasureAsked(),
                view.lead(),
                view.timeline());
    }

    /** Hints with these words. */
    static Particulars particulars(String words) {
        var hints = new SafeContact(
                false, words, ContactHours.daily(LocalTime.of(9, 0), LocalTime.of(12, 0)), words, words);
        return new Particulars(
                List.of("tax"), "koeln", hints, new Urgency(Samples.NOW, true, false), Particulars.NONE.sheet());
    }

    static SendingTerms terms(String subject) {
        return new SendingTerms("beratung@obhut.example", null, subject, false, 24_000_000, false);
    }

    static Sharing sharing() {
        return new Sharing(
                List.of(
                        new TicketReader(Ground.LEADS, "Erstkontakt", null, null, null, false),
                        new TicketReader(Ground.RESPONSIBLE, "anna", null, null, null, false),
                        new TicketReader(Ground.ASKED, "ion", null, Samples.NOW.plus(Duration.ofDays(3)), null, true)),
                List.of("bela", "leyla"),
                List.of("Südosteuropa"));
    }

    private static TimelineEntry quoting(int number) {
        String written =
                "Vielen Dank! Die gesundheitliche Beratung hatte ich noch nicht. Wo bekomme ich schnell einen Termin, am liebsten anonym?";
        return new SampleEntry(number, Kind.MESSAGE, Direction.IN, -2)
                .from(new Address(null, "other@client.example"))
                .text(written + "\n\n> Guten Tag,\n> für die Anmeldung genügt …\n")
                .newText(written)
                .stranger()
                .made();
    }

    private static TimelineEntry event(int number, int hours, String what, String who, @Nullable String value) {
        return new SampleEntry(number, Kind.EVENT, Direction.OUT, hours)
                .by(who)
                .event(what, value)
                .made();
    }
}
