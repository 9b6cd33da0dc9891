package org.obhut.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.obhut.search.Excerpt.Source;
import org.obhut.ticket.OpenedEntry;
import org.obhut.ticket.OpenedTicket;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;

/** Makes the document of a ticket: what of it can be found, and what is needed to show where. */
final class Documents {

    /** Days begin where the service works. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The longest part of an entry that is searched, and of a ticket, in characters. */
    static final int LONGEST_TEXT = 20_000;

    static final int LONGEST_TICKET = 400_000;

    private static final int LONGEST_LINE = 1_000;
    private static final int NUMBER_LETTERS = 6;

    private Documents() {}

    /** @param assignee sign-in name, empty for nobody */
    static Document of(long number, OpenedTicket ticket, String assignee) {
        var document = new Document();
        document.add(new StringField(Field.KEY, key(number), org.apache.lucene.document.Field.Store.NO));
        document.add(new NumericDocValuesField(Field.NUMBER, number));
        document.add(new StoredField(Field.ID, ticket.id().toString()));
        document.add(new StoredField(Field.SUBJECT, cut(ticket.subject(), LONGEST_LINE)));
        state(document, ticket.state(), assignee);
        words(document, ticket);
        codes(document, ticket);
        days(document, ticket);
        return document;
    }

    static String key(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }

    private static void state(Document document, OpenedTicket.State state, String assignee) {
        exact(document, Field.SPAM, Boolean.toString(state.spam()));
        exact(document, Field.TEAM, state.team().toString());
        exact(document, Field.ASSIGNEE, assignee);
        exact(document, Field.LANGUAGE, state.language());
        exact(document, Field.CHANNEL, state.channel().name());
    }

    private static void exact(Document document, String field, String value) {
        document.add(new StringField(field, value, org.apache.lucene.document.Field.Store.NO));
    }

    private static void words(Document document, OpenedTicket ticket) {
        List<String> clients = Stemmers.of(ticket.state().language());
        String language = clients.equals(Stemmers.OWN) ? "" : clients.get(0);
        document.add(new StoredField(Field.LANGUAGE, language));
        Set<String> titles = new LinkedHashSet<>(List.of(cut(ticket.subject(), LONGEST_LINE)));
        Set<String> people = new LinkedHashSet<>(ticket.people());
        Set<String> files = new LinkedHashSet<>();
        int left = LONGEST_TICKET;
        // The newest first: where a ticket is too long, its beginning is what is not found.
        for (int i = ticket.entries().size() - 1; i >= 0; i--) {
            OpenedEntry entry = ticket.entries().get(i);
            titles.add(cut(entry.title(), LONGEST_LINE));
            people.addAll(entry.people());
            files.addAll(entry.files());
            String text = cut(entry.text(), Math.min(left, LONGEST_TEXT));
            left -= text.length();
            if (!text.isBlank()) {
                boolean own = entry.kind() != Kind.MESSAGE;
                document.add(new Spoken(Field.TEXT, text, own ? Stemmers.OWN : clients));
                document.add(new StoredField(Field.SOURCE, source(entry).name()));
            }
        }
        titles.stream()
                .filter(title -> !title.isBlank())
                .forEach(title -> document.add(new Spoken(Field.TITLE, title, both(clients))));
        people.forEach(person -> document.add(new Spoken(Field.WHO, spelled(person), List.of())));
        files.forEach(file -> document.add(new Spoken(Field.FILE, spelled(file), Stemmers.OWN)));
        exact(document, Field.HAS_FILES, Boolean.toString(!files.isEmpty()));
    }

    /** Subjects are written by clients and by the service. */
    private static List<String> both(List<String> clients) {
        return Stream.concat(clients.stream(), Stemmers.OWN.stream()).distinct().toList();
    }

    private static Source source(OpenedEntry entry) {
        if (entry.kind() == Kind.MESSAGE) {
            return entry.direction() == Direction.IN ? Source.RECEIVED : Source.SENT;
        }
        return entry.kind() == Kind.CALL ? Source.CALL : Source.NOTE;
    }

    /** An address or a file's name, and behind it the words in it that its signs hold together. */
    private static String spelled(String name) {
        String line = cut(name, LONGEST_LINE);
        String apart = line.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ");
        return apart.equals(line) ? line : line + APART + apart;
    }

    /** Ends the name as it is. */
    static final char APART = '\u0002';

    private static void codes(Document document, OpenedTicket ticket) {
        String id = ticket.id().toString();
        Stream.of(id, id.substring(0, NUMBER_LETTERS), ticket.token())
                .map(code -> code.toLowerCase(Locale.ROOT))
                .forEach(code -> exact(document, Field.CODE, code));
        Set<String> numbers = new LinkedHashSet<>();
        Stream<String> texts = ticket.entries().stream()
                .flatMap(entry -> Stream.concat(Stream.of(cut(entry.text(), LONGEST_TEXT)), entry.people().stream()));
        Stream.concat(ticket.people().stream(), texts).forEach(text -> numbers.addAll(PhoneNumbers.in(text)));
        numbers.forEach(number -> exact(document, Field.PHONE, number));
    }

    private static void days(Document document, OpenedTicket ticket) {
        List<Instant> times =
                new ArrayList<>(ticket.entries().stream().map(OpenedEntry::at).toList());
        if (times.isEmpty()) {
            times.add(ticket.state().arrivedOn().atStartOfDay(ZONE).toInstant());
        }
        times.stream()
                .map(at -> at.atZone(ZONE).toLocalDate().toEpochDay())
                .distinct()
                .forEach(day -> document.add(new LongPoint(Field.DAY, day)));
        long last = times.stream().mapToLong(Instant::getEpochSecond).max().orElseThrow();
        document.add(new NumericDocValuesField(Field.AT, last));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
