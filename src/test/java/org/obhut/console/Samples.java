package org.obhut.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.ticket.Address;
import org.obhut.ticket.Channel;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketPage;
import org.obhut.ticket.TicketRow;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/** Invented tickets on an invented Tuesday, for pages without a server. */
final class Samples {

    /** Tuesday, 12 January 2027, 10:41 in Berlin. */
    static final Instant NOW = Instant.parse("2027-01-12T09:41:00Z");

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Samples() {}

    static Frame frame(Language language) {
        return frame(language, new Visitor("anna", true, true, false, 872));
    }

    static Frame frame(Language language, @Nullable Visitor visitor) {
        var texts = new Texts(language);
        return new Frame(
                texts,
                new Moments(texts, CLOCK),
                "1",
                new Frame.FormToken("_csrf", "token"),
                visitor,
                "/desk/team",
                false,
                null,
                "once");
    }

    static Folders folders(@Nullable Folder current) {
        return new Folders(
                Map.of(
                        Folder.NEW,
                        2L,
                        Folder.MINE,
                        3L,
                        Folder.TEAM,
                        6L,
                        Folder.WAITING,
                        1L,
                        Folder.DUE,
                        1L,
                        Folder.DRAFTS,
                        1L,
                        Folder.CLOSED,
                        4L),
                1L,
                current);
    }

    static DeskPage desk(@Nullable TicketPane ticket) {
        return new DeskPage(folders(Folder.TEAM), Folder.TEAM, new TicketPage(rows(), "cursor"), ticket);
    }

    static DeskPage empty() {
        return new DeskPage(folders(Folder.DUE), Folder.DUE, new TicketPage(List.of(), null), null);
    }

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
                "Erstkontakt",
                language,
                number == 1,
                unread,
                4,
                NOW.minus(Duration.ofHours(number * 7L)),
                status == Status.OPEN ? NOW.plus(Duration.ofHours(dueIn)) : null,
                LocalDate.of(2027, 2, 8 + number),
                7);
    }

    static UUID id(int number) {
        return UUID.fromString("%08x-1111-4111-8111-111111111111".formatted(0x2c4f0000 + number * 0x01010101));
    }

    static TicketView mail() {
        return view(
                rows().get(1),
                new Address("M.", "m@client.example"),
                "",
                List.of(
                        message(
                                10,
                                TimelineEntry.Direction.IN,
                                -37,
                                "Guten Abend,\n\nich möchte mich nächste Woche in Köln anmelden und bin unsicher, was ich mitbringen muss. Reicht mein Reisepass oder brauche ich auch eine Meldebescheinigung?\n\nBitte nichts per Post schicken.",
                                null,
                                List.of(new TimelineEntry.Attachment(
                                        id(90), "Schreiben_Amt.pdf", "application/pdf", 184_000))),
                        event(11, -25, "assigned", "anna", "anna"),
                        note(
                                12,
                                "Wohnt nicht unter eigener Adresse. Vor der Antwort klären, ob eine Zustelladresse in der Beratungsstelle möglich ist."),
                        message(
                                13,
                                TimelineEntry.Direction.OUT,
                                -23,
                                "Guten Tag,\n\nfür die Anmeldung genügt ein gültiger Reisepass oder Personalausweis, dazu zwei Fotos und der Nachweis über die gesundheitliche Beratung. Per Post wird nichts verschickt.",
                                DeliveryStatus.SENT,
                                List.of()),
                        quoting(14),
                        message(
                                15,
                                TimelineEntry.Direction.OUT,
                                0,
                                "Einen Termin gibt es am Donnerstag ab 13 Uhr.",
                                DeliveryStatus.HELD,
                                List.of())));
    }

    static TicketView phone() {
        return view(
                rows().get(3),
                null,
                "0151 000000",
                List.of(
                        new TimelineEntry(
                                id(20),
                                TimelineEntry.Kind.CALL,
                                TimelineEntry.Direction.IN,
                                NOW.minusSeconds(9000),
                                "anna",
                                null,
                                "Beratung",
                                "Wohnung gekündigt, Frist läuft Ende Februar. Rückruf nach 18 Uhr.",
                                "",
                                null,
                                false,
                                false,
                                false,
                                null,
                                false,
                                null,
                                null,
                                null,
                                List.of()),
                        event(21, -2, "follow-up", "anna", "2027-01-15")));
    }

    static TicketView view(TicketRow row, @Nullable Address client, String callback, List<TimelineEntry> timeline) {
        return new TicketView(
                row,
                client,
                client,
                callback.isEmpty() ? null : callback,
                LocalDate.of(2027, 1, 15),
                null,
                "",
                List.of("anna", "bela", "leyla"),
                timeline);
    }

    static TimelineEntry message(
            int number,
            TimelineEntry.Direction direction,
            int hours,
            String text,
            @Nullable DeliveryStatus delivery,
            List<TimelineEntry.Attachment> files) {
        boolean in = direction == TimelineEntry.Direction.IN;
        return new TimelineEntry(
                id(number),
                TimelineEntry.Kind.MESSAGE,
                direction,
                NOW.plus(Duration.ofHours(hours)),
                in ? null : "anna",
                in ? new Address("M.", "m@client.example") : null,
                "",
                text,
                text,
                null,
                false,
                false,
                false,
                delivery,
                false,
                delivery == DeliveryStatus.HELD ? NOW.plusSeconds(12) : null,
                null,
                null,
                files);
    }

    private static TimelineEntry quoting(int number) {
        String written =
                "Vielen Dank! Die gesundheitliche Beratung hatte ich noch nicht. Wo bekomme ich schnell einen Termin, am liebsten anonym?";
        return new TimelineEntry(
                id(number),
                TimelineEntry.Kind.MESSAGE,
                TimelineEntry.Direction.IN,
                NOW.minusSeconds(7800),
                null,
                new Address(null, "other@client.example"),
                "",
                written + "\n\n> Guten Tag,\n> für die Anmeldung genügt …\n",
                written,
                null,
                false,
                false,
                true,
                null,
                false,
                null,
                null,
                null,
                List.of());
    }

    private static TimelineEntry note(int number, String text) {
        return new TimelineEntry(
                id(number),
                TimelineEntry.Kind.NOTE,
                TimelineEntry.Direction.OUT,
                NOW.minusSeconds(90_000),
                "leyla",
                null,
                "",
                text,
                text,
                null,
                false,
                false,
                false,
                null,
                false,
                null,
                null,
                null,
                List.of());
    }

    private static TimelineEntry event(int number, int hours, String what, String who, @Nullable String value) {
        return new TimelineEntry(
                id(number),
                TimelineEntry.Kind.EVENT,
                TimelineEntry.Direction.OUT,
                NOW.plus(Duration.ofHours(hours)),
                who,
                null,
                "",
                "",
                "",
                null,
                false,
                false,
                false,
                null,
                false,
                null,
                what,
                value,
                List.of());
    }
}
