package org.obhut.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.TimelineEntry.Attachment;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;

/**
 * Which entries of a ticket are given, and under what names they stand in the archive. Names are numbers: those of a ZIP file can be read
 * without its passphrase.
 *
 * @param withheld how many entries were left out, because they are about somebody else
 */
public record Selection(List<Entry> entries, int withheld) {

    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,5})$");

    /** One entry. */
    public record Entry(int number, TimelineEntry entry, List<NamedFile> files) {

        /** Name of the mail in the archive; only for messages. */
        public String mail() {
            return String.format(Locale.ROOT, "%03d.eml", number);
        }

        public boolean message() {
            return entry.kind() == Kind.MESSAGE;
        }
    }

    /**
     * A file of an entry.
     *
     * @param name in the archive
     * @param given whether it is there; malware is not handed on
     */
    public record NamedFile(String name, Attachment file, boolean given) {}

    /** What can be given: all that people wrote or said; not what was merely done. */
    public static List<TimelineEntry> candidates(TicketView ticket) {
        return ticket.timeline().stream()
                .filter(entry -> entry.kind() != Kind.EVENT)
                .toList();
    }

    public static Selection of(TicketView ticket, Set<UUID> chosen) {
        List<Entry> entries = new ArrayList<>();
        List<TimelineEntry> all = candidates(ticket);
        for (TimelineEntry entry : all) {
            if (chosen.contains(entry.id())) {
                int number = entries.size() + 1;
                List<NamedFile> files = new ArrayList<>();
                for (Attachment file : entry.files()) {
                    files.add(new NamedFile(
                            name(number, files.size() + 1, file),
                            file,
                            !file.findings().scan().found()));
                }
                entries.add(new Entry(number, entry, List.copyOf(files)));
            }
        }
        return new Selection(List.copyOf(entries), all.size() - entries.size());
    }

    private static String name(int entry, int file, Attachment attachment) {
        if (attachment.original()) {
            return String.format(Locale.ROOT, "%03d-%d.eml", entry, file);
        }
        Matcher ending = ENDING.matcher(attachment.name());
        String kept = ending.find() ? "." + ending.group(1).toLowerCase(Locale.ROOT) : "";
        return String.format(Locale.ROOT, "%03d-%d%s", entry, file, kept);
    }

    /** How much is given, for the sheet: received, sent, notes, calls, files, withheld. */
    public Map<String, String> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Entry entry : entries) {
            counts.merge(kind(entry.entry()), 1, Integer::sum);
            counts.merge(
                    "files",
                    (int) entry.files().stream().filter(NamedFile::given).count(),
                    Integer::sum);
        }
        counts.put("withheld", withheld);
        Map<String, String> words = new TreeMap<>();
        counts.forEach((name, count) -> words.put(name, count.toString()));
        return words;
    }

    private static String kind(TimelineEntry entry) {
        return switch (entry.kind()) {
            case MESSAGE -> entry.direction() == Direction.IN ? "received" : "sent";
            case CALL -> "calls";
            case NOTE, EVENT -> "notes";
        };
    }
}
