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
import org.obhut.attachment.Findings;
import org.obhut.mailbox.MailboxCheck;
import org.obhut.mailbox.MailboxState;
import org.obhut.mailbox.Mailboxes;
import org.obhut.mailbox.OnServer;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.SendingTerms;
import org.obhut.ticket.Address;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.Channel;
import org.obhut.ticket.Draft;
import org.obhut.ticket.Folder;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Party;
import org.obhut.ticket.Protection;
import org.obhut.ticket.Sharing;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketPage;
import org.obhut.ticket.TicketReader;
import org.obhut.ticket.TicketReader.Ground;
import org.obhut.ticket.TicketRow;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;
import org.obhut.ticket.WebForm;

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
                false,
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
        var client = new Address("M.", "m@client.example");
        return view(
                rows().get(1),
                client,
                "",
                List.of(
                        new Entry(10, Kind.MESSAGE, Direction.IN, -37)
                                .from(client)
                                .text(
                                        "Guten Abend,\n\nich möchte mich nächste Woche in Köln anmelden und bin unsicher, was ich"
                                                + " mitbringen muss. Reicht mein Reisepass oder brauche ich auch eine"
                                                + " Meldebescheinigung?\n\nBitte nichts per Post schicken.")
                                .file("Schreiben_Amt.pdf", 184_000)
                                .made(),
                        event(11, -25, "assigned", "anna", "anna"),
                        new Entry(12, Kind.NOTE, Direction.OUT, -25)
                                .by("leyla")
                                .text(
                                        "Wohnt nicht unter eigener Adresse. Vor der Antwort klären, ob eine Zustelladresse in"
                                                + " der Beratungsstelle möglich ist.")
                                .made(),
                        new Entry(13, Kind.MESSAGE, Direction.OUT, -23)
                                .by("anna")
                                .text(
                                        "Guten Tag,\n\nfür die Anmeldung genügt ein gültiger Reisepass oder Personalausweis,"
                                                + " dazu zwei Fotos und der Nachweis über die gesundheitliche Beratung. Per Post"
                                                + " wird nichts verschickt.")
                                .delivery(DeliveryStatus.SENT)
                                .made(),
                        quoting(14),
                        new Entry(15, Kind.MESSAGE, Direction.OUT, 0)
                                .by("anna")
                                .text("Einen Termin gibt es am Donnerstag ab 13 Uhr.")
                                .delivery(DeliveryStatus.HELD)
                                .made()));
    }

    static TicketView phone() {
        var call = new Entry(20, Kind.CALL, Direction.IN, -3)
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
                client,
                client,
                false,
                List.of(),
                client == null ? null : terms("Ihre Nachricht"),
                List.of("beratung@obhut.example"),
                callback.isEmpty() ? null : callback,
                LocalDate.of(2027, 1, 15),
                null,
                Draft.NONE,
                List.of("anna", "bela", "leyla"),
                sharing(),
                false,
                timeline);
    }

    /** The same ticket, whose address was only given in a form. */
    static TicketView unconfirmed(TicketView view) {
        return new TicketView(
                view.row(),
                view.client(),
                view.replyTo(),
                true,
                view.replaced(),
                view.terms(),
                view.mailboxes(),
                view.callback(),
                view.followUp(),
                view.mayBelongTo(),
                view.draft(),
                view.assignable(),
                view.sharing(),
                view.lead(),
                view.timeline());
    }

    static SendingTerms terms(String subject) {
        return new SendingTerms("beratung@obhut.example", null, subject, false, 24_000_000, false);
    }

    static Sharing sharing() {
        return new Sharing(
                List.of(
                        new TicketReader(Ground.LEADS, "Erstkontakt", null, null, null, false),
                        new TicketReader(Ground.RESPONSIBLE, "anna", null, null, null, false),
                        new TicketReader(Ground.ASKED, "ion", null, NOW.plus(Duration.ofDays(3)), null, true)),
                List.of("bela", "leyla"),
                List.of("Südosteuropa"));
    }

    private static TimelineEntry quoting(int number) {
        String written =
                "Vielen Dank! Die gesundheitliche Beratung hatte ich noch nicht. Wo bekomme ich schnell einen Termin, am liebsten anonym?";
        return new Entry(number, Kind.MESSAGE, Direction.IN, -2)
                .from(new Address(null, "other@client.example"))
                .text(written + "\n\n> Guten Tag,\n> für die Anmeldung genügt …\n")
                .newText(written)
                .stranger()
                .made();
    }

    private static TimelineEntry event(int number, int hours, String what, String who, @Nullable String value) {
        return new Entry(number, Kind.EVENT, Direction.OUT, hours)
                .by(who)
                .event(what, value)
                .made();
    }

    /** An entry in the making, so that a test names only what it is about. */
    static final class Entry {

        private final int number;
        private final Kind kind;
        private final Direction direction;
        private final int hours;
        private @Nullable String author;
        private @Nullable Address from;
        private String text = "";
        private String newText = "";
        private MailKind mailKind = MailKind.PERSONAL;
        private @Nullable WebForm form;
        private Party party = Party.CLIENT;
        private @Nullable String to;
        private @Nullable DeliveryReason reason;
        private @Nullable DeliveryStatus delivery;
        private @Nullable Protection protection;
        private List<Appointment> appointments = List.of();
        private Map<String, String> attributes = Map.of();
        private @Nullable String event;
        private @Nullable String value;
        private List<TimelineEntry.Attachment> files = List.of();

        Entry(int number, Kind kind, Direction direction, int hours) {
            this.number = number;
            this.kind = kind;
            this.direction = direction;
            this.hours = hours;
        }

        Entry by(String person) {
            author = person;
            return this;
        }

        Entry from(Address address) {
            from = address;
            return this;
        }

        Entry text(String words) {
            text = words;
            newText = words;
            return this;
        }

        Entry newText(String words) {
            newText = words;
            return this;
        }

        Entry kind(MailKind what) {
            mailKind = what;
            return this;
        }

        Entry form(WebForm by) {
            form = by;
            return this;
        }

        Entry stranger() {
            party = Party.STRANGER;
            return this;
        }

        Entry delivery(DeliveryStatus status) {
            delivery = status;
            return this;
        }

        Entry attributes(Map<String, String> answers) {
            attributes = answers;
            return this;
        }

        Entry event(String what, @Nullable String to) {
            event = what;
            value = to;
            return this;
        }

        Entry file(String name, long size) {
            files = List.of(
                    new TimelineEntry.Attachment(id(number + 80), name, "application/pdf", size, null, Findings.NONE));
            return this;
        }

        Entry protection(Protection how) {
            protection = how;
            return this;
        }

        Entry appointment(Appointment appointment) {
            appointments = List.of(appointment);
            return this;
        }

        private TimelineEntry.Attachment original() {
            return new TimelineEntry.Attachment(
                    id(number + 90), "mail.eml", "message/rfc822", 4_200, null, Findings.NONE, true);
        }

        TimelineEntry made() {
            return new TimelineEntry(
                    id(number),
                    kind,
                    direction,
                    NOW.plus(Duration.ofHours(hours)),
                    author,
                    from,
                    from,
                    "",
                    text,
                    newText,
                    null,
                    mailKind,
                    form,
                    party,
                    to,
                    delivery,
                    reason,
                    false,
                    delivery == DeliveryStatus.HELD ? NOW.plusSeconds(12) : null,
                    protection,
                    protection == null ? null : original(),
                    appointments,
                    attributes,
                    event,
                    value,
                    files);
        }
    }

    private static MailboxState.Side side(String server, String state, @Nullable String error) {
        return new MailboxState.Side(
                server,
                "tls",
                "password",
                state,
                error,
                error == null ? null : NOW.minusSeconds(7200),
                NOW.minusSeconds(9000),
                error == null ? null : NOW.plusSeconds(60));
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
                new MailboxCheck.Result(NOW, "certificate-expired", null, null),
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
