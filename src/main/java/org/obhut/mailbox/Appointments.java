package org.obhut.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.obhut.mime.MimeEntity;
import org.obhut.ticket.Appointment;

/** The appointments that a mail brings, however its calendar is attached; many programs attach it twice. */
final class Appointments {

    private static final int MOST = 20;
    private static final Set<String> TYPES = Set.of("text/calendar", "application/ics", "text/x-vcalendar");

    private Appointments() {}

    static List<Appointment> of(MimeEntity mail) {
        return calendars(mail)
                .flatMap(part ->
                        CalendarPart.read(part.decodedText(), part.type().parameter("method")).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<MimeEntity> calendars(MimeEntity part) {
        if (part.message()) {
            return Stream.empty();
        }
        String name = part.name();
        boolean calendar = TYPES.contains(part.type().value())
                || name != null && name.toLowerCase(Locale.ROOT).endsWith(".ics");
        return calendar && part.children().isEmpty()
                ? Stream.of(part)
                : part.children().stream().flatMap(Appointments::calendars);
    }
}
