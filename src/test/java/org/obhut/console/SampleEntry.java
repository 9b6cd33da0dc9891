package org.obhut.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obhut.attachment.Findings;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.ticket.Address;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Party;
import org.obhut.ticket.Protection;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;
import org.obhut.ticket.WebForm;

/** An entry in the making, so that a test names only what it is about. */
final class SampleEntry {

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

    SampleEntry(int number, Kind kind, Direction direction, int hours) {
        this.number = number;
        this.kind = kind;
        this.direction = direction;
        this.hours = hours;
    }

    SampleEntry by(String person) {
        author = person;
        return this;
    }

    SampleEntry from(Address address) {
        from = address;
        return this;
    }

    SampleEntry text(String words) {
        text = words;
        newText = words;
        return this;
    }

    SampleEntry newText(String words) {
        newText = words;
        return this;
    }

    SampleEntry kind(MailKind what) {
        mailKind = what;
        return this;
    }

    SampleEntry form(WebForm by) {
        form = by;
        return this;
    }

    SampleEntry stranger() {
        party = Party.STRANGER;
        return this;
    }

    SampleEntry delivery(DeliveryStatus status) {
        delivery = status;
        return this;
    }

    SampleEntry attributes(Map<String, String> answers) {
        attributes = answers;
        return this;
    }

    SampleEntry event(String what, @Nullable String to) {
        event = what;
        value = to;
        return this;
    }

    SampleEntry file(String name, long size) {
        files = List.of(new TimelineEntry.Attachment(
                SampleTickets.id(number + 80), name, "application/pdf", size, null, Findings.NONE));
        return this;
    }

    SampleEntry protection(Protection how) {
        protection = how;
        return this;
    }

    SampleEntry appointment(Appointment appointment) {
        appointments = List.of(appointment);
        return this;
    }

    private TimelineEntry.Attachment original() {
        return new TimelineEntry.Attachment(
                SampleTickets.id(number + 90), "mail.eml", "message/rfc822", 4_200, null, Findings.NONE, true);
    }

    TimelineEntry made() {
        return new TimelineEntry(
                SampleTickets.id(number),
                kind,
                direction,
                Samples.NOW.plus(Duration.ofHours(hours)),
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
                delivery == DeliveryStatus.HELD ? Samples.NOW.plusSeconds(12) : null,
                protection,
                protection == null ? null : original(),
                appointments,
                attributes,
                event,
                value,
                files);
    }
}
